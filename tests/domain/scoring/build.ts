import type { Criterion, Rubric } from '#app/domain/campaign/regulation.ts'
import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import type { AggregationRule } from '#app/domain/scoring/aggregate.ts'
import type { Cell } from '#app/domain/scoring/cell.ts'
import { scoringRubric } from '#app/domain/scoring/rubric.ts'
import type { ScoringRubric } from '#app/domain/scoring/rubric.ts'

export const number = (text: string): Rational => {
  const parsed = parseRational(text)
  if (!parsed.ok) throw new Error(`not a number: ${text}`)
  return parsed.value
}

export const aCriterion = (code: string, weight: string, over: Partial<Criterion> = {}): Criterion => ({
  code,
  name: { fr: code, ar: code },
  weight,
  levels: [1, 2, 3, 4, 5].map((level) => ({ level, points: `${25 * (level - 1)}`, anchor: null })),
  threshold: null,
  ...over,
})
export const aRubric = (over: Partial<Rubric> = {}): Rubric => ({
  example: true,
  criteria: [aCriterion('impact', '40'), aCriterion('access', '35'), aCriterion('reuse', '25')],
  missingPolicy: 'exclude_sheet',
  commentRequiredAt: [1, 2, 5],
  ...over,
})
export const parsedRubric = (rubric: Rubric = aRubric()): ScoringRubric => {
  const parsed = scoringRubric(rubric)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}
export const aRule = (over: Partial<AggregationRule> = {}): AggregationRule => ({
  rubric: parsedRubric(),
  combine: 'mean',
  trimMinimumSheets: 5,
  minimumSheets: 3,
  minimumShare: number('1/2'),
  ...over,
})
export const submitted = (seatId: string, levels: Record<string, number | null>): Cell => ({
  seatId,
  state: 'submitted',
  levels,
})
export const zero = integer(0)
