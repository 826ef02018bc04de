import { add, multiply, subtract, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { overCommonDenominator, quotient, toNumber } from './exact.ts'

export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio'
/** One row a unit (nomination), one column a juror; null is a missing value. */
export type RatingTable = readonly (readonly (Rational | null)[])[]
export type Alpha = {
  /** α, exact; null without variation: neither 0 nor 1. */
  readonly exact: Rational | null
  readonly alpha: number | null
  /** Observed and expected disagreement, in the square of the metric's unit; null without a pair of values. */
  readonly observed: number | null
  readonly expected: number | null
  /** Values that have a partner in their unit. */
  readonly pairable: number
}

/** How often each value stands in a unit: pairs of the value's index and its count. */
export type UnitCounts = readonly (readonly [value: number, count: number])[]
type Pairable = {
  /** The distinct values in order, as whole numbers over `denominator`. */
  readonly values: readonly bigint[]
  readonly denominator: bigint
  readonly units: readonly UnitCounts[]
  /** How often each value stands in a unit with a pair. */
  readonly n: readonly number[]
}

const sizeOf = (unit: UnitCounts): number => unit.reduce((sum, [, count]) => sum + count, 0)

/** The distinct values over one denominator, in order, and the units that have at least two of them. */
export function pairable(table: RatingTable): Pairable {
  const kept = table.map((row) => row.filter((value) => value !== null)).filter((row) => row.length >= 2)
  const { numerators, denominator } = overCommonDenominator(kept.flat())
  const values = [...new Set(numerators)].sort((a, b) => (a < b ? -1 : 1))
  const indexOf = new Map(values.map((value, index) => [value, index]))
  let next = 0
  const units = kept.map((row) => {
    const counts = new Map<number, number>()
    row.forEach(() => {
      const value = indexOf.get(numerators[next] as bigint) as number
      counts.set(value, (counts.get(value) ?? 0) + 1)
      next += 1
    })
    return [...counts]
  })
  return { values, denominator, units, n: marginsOf(units, values.length) }
}

export function marginsOf(units: readonly UnitCounts[], size: number): readonly number[] {
  const n = Array.from({ length: size }, () => 0)
  for (const unit of units) for (const [value, count] of unit) n[value] = (n[value] as number) + count
  return n
}

/** δ² of two values as a whole number over a divisor. */
type Distance = (c: number, k: number) => { readonly p: bigint; readonly q: bigint }

function distanceOf(metric: AlphaMetric, values: readonly bigint[], n: readonly number[]): Distance {
  const at = (index: number): bigint => values[index] as bigint
  if (metric === 'nominal') return (c, k) => ({ p: c === k ? 0n : 1n, q: 1n })
  if (metric === 'interval') return (c, k) => ({ p: (at(c) - at(k)) ** 2n, q: 1n })
  if (metric === 'ratio') return (c, k) => ({ p: (at(c) - at(k)) ** 2n, q: (at(c) + at(k)) ** 2n })
  let running = 0
  // Twice the middle of each value's run of ranks: Σ_{g=c}^{k} n_g - (n_c + n_k)/2 is half their difference.
  const middle = n.map((count) => {
    running += count
    return BigInt(2 * running - count)
  })
  return (c, k) => ({ p: ((middle[c] as bigint) - (middle[k] as bigint)) ** 2n, q: 4n })
}

/** A sum of fractions kept apart by denominator until the end. */
function adder() {
  const parts = new Map<bigint, bigint>()
  return {
    add: (p: bigint, q: bigint): void => void parts.set(q, (parts.get(q) ?? 0n) + p),
    total: (): Rational => [...parts].reduce((sum, [q, p]) => add(sum, quotient(p, q)), ZERO),
  }
}

/** Σ_u (1/(m_u - 1)) Σ δ² over the ordered pairs in the unit, exact. */
function observedSum(units: readonly UnitCounts[], distance: Distance): Rational {
  const sum = adder()
  for (const unit of units) {
    const others = BigInt(sizeOf(unit) - 1)
    for (const [c, first] of unit)
      for (const [k, second] of unit)
        if (c < k) {
          const { p, q } = distance(c, k)
          sum.add(2n * BigInt(first * second) * p, q * others)
        }
  }
  return sum.total()
}

function expectedSum(n: readonly number[], distance: Distance): Rational {
  const sum = adder()
  for (let c = 0; c < n.length; c += 1)
    for (let k = c + 1; k < n.length; k += 1) {
      const { p, q } = distance(c, k)
      sum.add(2n * BigInt((n[c] as number) * (n[k] as number)) * p, q)
    }
  return sum.total()
}

/**
 * Krippendorff's alpha of section 3.1, for any pattern of missing values and any number of jurors; exact to the last
 * digit. Ordinal: for criterion levels; interval: for sheet scores. Severity counts as disagreement. Null throughout
 * without a pair of values, or for a ratio metric on values below nought, which have no ratio. Advisory.
 */
export function krippendorffAlpha(table: RatingTable, metric: AlphaMetric): Alpha {
  const { values, denominator, units, n } = pairable(table)
  const total = n.reduce((sum, count) => sum + count, 0)
  const isOffScale = metric === 'ratio' && values.some((value) => value < 0n)
  if (total === 0 || isOffScale)
    return { exact: null, alpha: null, observed: null, expected: null, pairable: total }
  const distance = distanceOf(metric, values, n)
  const scale = quotient(1n, metric === 'interval' ? denominator ** 2n : 1n)
  const observed = multiply(multiply(observedSum(units, distance), scale), quotient(1n, BigInt(total)))
  const pairs = BigInt(total) * BigInt(total - 1)
  const expected = multiply(multiply(expectedSum(n, distance), scale), quotient(1n, pairs))
  const exact =
    expected.p === 0n
      ? null
      : subtract({ p: 1n, q: 1n }, quotient(observed.p * expected.q, observed.q * expected.p))
  return {
    exact,
    alpha: exact && toNumber(exact),
    observed: toNumber(observed),
    expected: toNumber(expected),
    pairable: total,
  }
}
