/**
 * Arithmetic on whole counts and places: sheets, jurors, steps, versions. It is the only `number` that the official path
 * may reckon with (section 1.8 of the scoring rules); what carries a score is a `Rational`, and no function here takes or
 * gives a fraction.
 */
export const more = (count: number, by: number): number => count + by

/** The difference, never under zero: a list cannot be shorter than empty. */
export const fewer = (count: number, by: number): number => Math.max(0, count - by)

/** The whole half, rounded down. */
export const half = (count: number): number => Math.floor(count / 2)

export const isEven = (count: number): boolean => count % 2 === 0

export const larger = (a: number, b: number): number => Math.max(a, b)

/** A whole number of sheets or jurors out of exact arithmetic; it is far below the limit of a double. */
export const countOf = (value: bigint): number => Number(value)

/** -1, 0 or 1 as `a` is below, at or above `b`. */
export const compareCounts = (a: number, b: number): -1 | 0 | 1 => (a === b ? 0 : a < b ? -1 : 1)
