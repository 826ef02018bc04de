import { ratio } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'

const bits = (value: bigint): number => value.toString(2).length
const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** The double nearest to a rational, to within its last bit, however long its numerator and denominator. */
export function toNumber({ p, q }: Rational): number {
  if (p === 0n) return 0
  const shift = 66 - bits(size(p)) + bits(q)
  const scaled = shift >= 0 ? (p << BigInt(shift)) / q : p / (q << BigInt(-shift))
  return Number(scaled) * 2 ** -shift
}

/** p/q in lowest terms, for a q known not to be nought. */
export function quotient(p: bigint, q: bigint): Rational {
  const result = ratio(p, q)
  return result.ok ? result.value : { p: 0n, q: 1n }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The values over their least common denominator: value k is numerators[k]/denominator. */
export function overCommonDenominator(values: readonly Rational[]): {
  readonly numerators: readonly bigint[]
  readonly denominator: bigint
} {
  const denominator = values.reduce((common, { q }) => (common / gcd(common, q)) * q, 1n)
  return { numerators: values.map(({ p, q }) => p * (denominator / q)), denominator }
}
