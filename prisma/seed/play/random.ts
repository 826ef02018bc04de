/** Numbers in [0, 1) that a printed seed gives again (mulberry32). For invented scores only, never for secrets. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A generator of its own for one thing, so that what is played side by side still gives the same numbers. */
export function randomFor(seed: number, name: string): Random {
  let mixed = seed >>> 0
  for (const character of name) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return randomFrom(mixed)
}

export const pick = <T>(random: Random, of: readonly T[]): T => {
  const found = of[Math.floor(random() * of.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
