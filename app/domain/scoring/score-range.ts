import type { Criterion, Rubric } from '../campaign/regulation.ts'
import { add, integer, parseRational, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'

/** The lowest and the highest value that a figure can take. */
export type Range = { readonly low: Rational; readonly high: Rational }

const parsed = (text: string | undefined): Rational | null => {
  const result = parseRational(text ?? '')
  return result.ok ? result.value : null
}

/** From the points of the lowest level to those of the highest; null when one of them is no number. */
export function rangeOf({ levels }: Pick<Criterion, 'levels'>): Range | null {
  const [low, high] = [parsed(levels[0]?.points), parsed(levels.at(-1)?.points)]
  return low && high ? { low, high } : null
}

const UNIT: Range = { low: ZERO, high: integer(1) }
const asWeighed = (rubric: Pick<Rubric, 'ranges'>, criterion: Criterion): Range | null =>
  rubric.ranges === 'normalised' ? UNIT : rangeOf(criterion)

/** Where an official score lies: the range all criteria share, or 0 to 1 once they are brought to it; null unread. */
export function scoreRange(rubric: Pick<Rubric, 'criteria' | 'ranges'>): Range | null {
  const [first] = rubric.criteria
  return first === undefined ? null : asWeighed(rubric, first)
}

/** Where the means of all criteria together lie, unweighted: what a threshold on the total is compared with. */
export function totalRange(rubric: Pick<Rubric, 'criteria' | 'ranges'>): Range | null {
  let all: Range | null = { low: ZERO, high: ZERO }
  for (const criterion of rubric.criteria) {
    const own = asWeighed(rubric, criterion)
    all = all && own && { low: add(all.low, own.low), high: add(all.high, own.high) }
  }
  return all
}
