import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/**
 * An exact rational, always in lowest terms with a positive denominator (scoring.md section 1.8).
 * Every official number is one of these; `number` never carries a score.
 */
export type Rational = { readonly p: bigint; readonly q: bigint }

/** Longer text is refused before it is parsed, so that a typed number cannot cost time. */
const LONGEST_TEXT = 120
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/
const FRACTION = /^([+-]?\d+)\/(\d+)$/

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const lowest = (p: bigint, q: bigint): Rational => {
  if (q === 1n) return { p, q }
  const divisor = gcd(p, q)
  const sign = q < 0n ? -1n : 1n
  return divisor === 0n ? { p, q } : { p: (sign * p) / divisor, q: (sign * q) / divisor }
}

export const integer = (value: bigint | number): Rational => ({ p: BigInt(value), q: 1n })
export const ZERO: Rational = integer(0n)

/** p/q in lowest terms. Refused: a zero denominator. */
export const ratio = (p: bigint, q: bigint): Result<Rational, 'division-by-zero'> =>
  q === 0n ? refuse('division-by-zero') : ok(lowest(p, q))

/** Reads `12`, `-0.25` or `7/2`, never through a double. Refused: any other text (`number-malformed`). */
export function parseRational(text: string): Result<Rational, 'number-malformed'> {
  if (text.length > LONGEST_TEXT) return refuse('number-malformed', { length: text.length })
  const decimal = DECIMAL.exec(text)
  if (decimal) {
    const [, sign = '', whole = '0', fraction = ''] = decimal
    const p = BigInt(whole + fraction)
    return ok(lowest(sign === '-' ? -p : p, 10n ** BigInt(fraction.length)))
  }
  const parts = FRACTION.exec(text)
  const denominator = BigInt(parts?.[2] ?? '0')
  if (!parts || denominator === 0n) return refuse('number-malformed', { text })
  return ok(lowest(BigInt(parts[1] ?? '0'), denominator))
}

export const add = (a: Rational, b: Rational): Rational =>
  a.q === b.q ? lowest(a.p + b.p, a.q) : lowest(a.p * b.q + b.p * a.q, a.q * b.q)
export const negate = (a: Rational): Rational => ({ p: -a.p, q: a.q })
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))
export const multiply = (a: Rational, b: Rational): Rational => lowest(a.p * b.p, a.q * b.q)

/** a / b. Refused: division by zero. */
export const divide = (a: Rational, b: Rational): Result<Rational, 'division-by-zero'> =>
  ratio(a.p * b.q, a.q * b.p)

/** The sum of the values; zero for none. */
export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO)

/** The mean of the values. Refused: no value. */
export const mean = (values: readonly Rational[]): Result<Rational, 'division-by-zero'> =>
  divide(sum(values), integer(values.length))

/** -1, 0 or 1 by cross product: exact, no rounding. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.p * b.q, b.p * a.q]
  if (left === right) return 0
  return left < right ? -1 : 1
}
export const isEqual = (a: Rational, b: Rational): boolean => compare(a, b) === 0

/** The smallest integer not below the value. */
export function ceil(a: Rational): bigint {
  const quotient = a.p / a.q
  return a.p > 0n && a.p % a.q !== 0n ? quotient + 1n : quotient
}

export const isWhole = (a: Rational): boolean => a.q === 1n

/** `p/q` in lowest terms; an integer is written without denominator. */
export const toText = (a: Rational): string => (a.q === 1n ? `${a.p}` : `${a.p}/${a.q}`)
