/** A small seeded generator (mulberry32): a failing campaign can be played again from its number. */
export type Random = {
  readonly below: (limit: number) => number
  readonly pick: <T>(values: readonly T[]) => T
  readonly hex: (bytes: number) => string
  readonly bytes: (length: number) => Uint8Array
  readonly shuffled: <T>(values: readonly T[]) => T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => next() % limit
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => below(256))
  return {
    below,
    bytes,
    pick: (values) => {
      const picked = values[below(values.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    hex: (length) => Buffer.from(bytes(length)).toString('hex'),
    shuffled: (values) =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}
