import { add, compare, integer, subtract, sum, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { numberText, typedNumber, weightSum } from './weights.ts'
import type { Criterion } from './regulation.ts'

export type WeightAdvice = {
  readonly sum: string
  /** What is missing to the whole, or too much: a number without sign. */
  readonly difference: string
  readonly side: 'missing' | 'too-much'
  /** The criterion to change, and from which weight to which; null when no single one can absorb the difference. */
  readonly change: { readonly code: string; readonly from: string; readonly to: string } | null
}

const weightOf = ({ weight }: Pick<Criterion, 'weight'>): Rational => typedNumber(weight) ?? ZERO

/** Shares such as `1/3` are meant to make 1, everything else is percent. */
const wholeFor = (total: Rational): Rational =>
  compare(total, integer(2n)) < 0 ? integer(1n) : integer(100n)

/**
 * What to change so that weights make exactly 100 in percent, or 1 in shares: the heaviest criterion absorbs the difference, because it is the
 * one whose share moves least. Null when they already do, or when one of them is no positive number (its own field
 * says so).
 */
export function weightAdvice(criteria: readonly Pick<Criterion, 'code' | 'weight'>[]): WeightAdvice | null {
  const { sum: shown, isHundred } = weightSum(criteria.map(({ weight }) => weight))
  if (shown === null || isHundred) return null
  const total = sum(criteria.map(weightOf))
  const gap = subtract(wholeFor(total), total)
  const isMissing = compare(gap, ZERO) > 0
  const [heaviest] = [...criteria].sort((a, b) => compare(weightOf(b), weightOf(a)))
  const to = heaviest === undefined ? ZERO : add(weightOf(heaviest), gap)
  return {
    sum: shown,
    difference: numberText(isMissing ? gap : subtract(ZERO, gap)),
    side: isMissing ? 'missing' : 'too-much',
    change:
      heaviest === undefined || compare(to, ZERO) <= 0
        ? null
        : { code: heaviest.code, from: heaviest.weight, to: numberText(to) },
  }
}
