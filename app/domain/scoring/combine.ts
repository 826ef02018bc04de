import { fewer, half, isEven, larger, more } from '../kernel/count.ts'
import { compare, mean } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'

export type CombiningRule = 'mean' | 'median' | 'trimmed'

const inOrder = (values: readonly Rational[]): readonly Rational[] => [...values].sort(compare)
const meanOf = (values: readonly Rational[]): Rational | null => {
  const result = mean(values)
  return result.ok ? result.value : null
}

/** The middle value, or the mean of the two middles; null for none. */
export function median(values: readonly Rational[]): Rational | null {
  const ordered = inOrder(values)
  const middle = half(ordered.length)
  return meanOf(ordered.slice(isEven(ordered.length) ? fewer(middle, 1) : middle, more(middle, 1)))
}

/** The mean without the `low` lowest and `high` highest; null when nothing would remain. */
export const trimmedMean = (values: readonly Rational[], low: number, high: number): Rational | null =>
  meanOf(inOrder(values).slice(low, larger(low, fewer(values.length, high))))

/** One official score from the counted sheet scores (scoring.md section 1.6): symmetric in jurors. */
export function combine(rule: CombiningRule, values: readonly Rational[]): Rational | null {
  if (rule === 'median') return median(values)
  return rule === 'trimmed' ? trimmedMean(values, 1, 1) : meanOf(values)
}

/**
 * The rule that the whole category uses. Trimming is off as soon as one nomination with a score has fewer sheets than
 * the rule asks: two nominations may never be ranked by different estimators. Under three sheets trimming leaves
 * nothing, whatever the regulation says.
 */
export function categoryRuleFor(
  rule: CombiningRule,
  trimMinimum: number,
  counts: readonly number[],
): CombiningRule {
  if (rule !== 'trimmed') return rule
  const least = larger(trimMinimum, 3)
  return counts.every((count) => count >= least) ? 'trimmed' : 'mean'
}
