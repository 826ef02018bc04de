import { compare, integer, isEqual, parseRational, sum as total, toText, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { toDecimal } from '../kernel/rational-display.ts'

/** Longer numbers are no weights; nine places are more than anybody types. */
const TYPED = /^\d{1,9}(?:\.\d{1,9}|\/\d{1,9})?$/
const PLACES = 9

/** A number of a regulation as typed, `12.5` or `100/3`, exactly; null when it is no such text. Never negative. */
export function typedNumber(text: string): Rational | null {
  const parsed = TYPED.test(text) ? parseRational(text) : null
  return parsed?.ok ? parsed.value : null
}

/** Decimal text where the number has one of at most nine places, else `p/q`. */
export function numberText(value: Rational): string {
  if (10n ** BigInt(PLACES) % value.q !== 0n) return toText(value)
  return toDecimal(value, PLACES).replace(/\.?0+$/, '')
}

const WHOLES = [integer(100n), integer(1n)]

/**
 * The exact sum of weights (section 1.2 of the scoring rules), without any double: `0.1` and `0.2` make `0.3`. They are
 * whole when they make 100 in percent, or 1 in shares such as `1/3`. `sum` is null when one of them is no positive number.
 */
export function weightSum(weights: readonly string[]): {
  readonly sum: string | null
  readonly isHundred: boolean
} {
  const exact = weights.map(typedNumber)
  const known = exact.flatMap((weight) => (weight !== null && compare(weight, ZERO) > 0 ? [weight] : []))
  if (known.length < exact.length) return { sum: null, isHundred: false }
  const sum = total(known)
  return { sum: numberText(sum), isHundred: WHOLES.some((whole) => isEqual(sum, whole)) }
}

/** Compares two typed numbers exactly; null when one is unreadable. */
export function compareDecimals(a: string, b: string): number | null {
  const [left, right] = [typedNumber(a), typedNumber(b)]
  return left && right ? compare(left, right) : null
}

/** A share `p/q` with 0 < p/q <= 1, or the decimal text `1`. */
export function isShare(text: string): boolean {
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(text)
  if (parts === null) return text === '1'
  const [p, q] = [BigInt(parts[1] ?? '0'), BigInt(parts[2] ?? '0')]
  return p > 0n && q > 0n && p <= q
}
