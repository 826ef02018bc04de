/** A seeded stream of numbers: the same seed gives the same stream on every machine. */
export type Random = {
  /** Uniform on [0, 1), 53 bits. */
  readonly next: () => number
  /** A whole number from 0 to `below` - 1, without bias. */
  readonly below: (below: number) => number
  /** A standard normal draw. */
  readonly normal: () => number
}

/** Spreads a 32-bit seed over the state (splitmix32). */
function splitmix(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/** xoshiro128**: 32 bits a call. */
function xoshiro(seed: number): () => number {
  const fill = splitmix(seed)
  const s = Uint32Array.from([fill(), fill(), fill(), fill()])
  const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))
  return () => {
    const result = Math.imul(rotate(Math.imul(s[1] as number, 5), 7), 9) >>> 0
    const shifted = (s[1] as number) << 9
    s[2] = (s[2] as number) ^ (s[0] as number)
    s[3] = (s[3] as number) ^ (s[1] as number)
    s[1] = (s[1] as number) ^ (s[2] as number)
    s[0] = (s[0] as number) ^ (s[3] as number)
    s[2] = (s[2] as number) ^ shifted
    s[3] = rotate(s[3] as number, 11)
    return result
  }
}

/** The stream of an integer seed, which whoever draws must log beside the figure (sections 3.5 and 4.1). */
export function randomFrom(seed: number): Random {
  const bits = xoshiro(seed)
  const next = (): number => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  const below = (limit: number): number => {
    const fair = 4_294_967_296 - (4_294_967_296 % limit)
    let drawn = bits()
    while (drawn >= fair) drawn = bits()
    return drawn % limit
  }
  // The polar method gives two draws at a time; the second waits for the next call.
  let spare: number | null = null
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * scale
      return u * scale
    }
  }
  return { next, below, normal }
}

/** A fresh order of the whole numbers 0 … `count` - 1, every order as likely (Fisher-Yates). */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const moved = order[last] as number
    order[last] = order[other] as number
    order[other] = moved
  }
  return order
}
