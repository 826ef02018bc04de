import type { Regulation } from '../campaign/regulation.ts'
import { categoryRule } from '../campaign/regulation.ts'
import { parseRational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { AggregationRule } from './aggregate.ts'
import { scoringRubric } from './rubric.ts'

/** The exact rule of one category, from the frozen regulation. */
export function aggregationRule(
  regulation: Regulation,
  category: string,
): Result<AggregationRule, 'category-unknown' | 'rubric-invalid' | 'number-malformed'> {
  const rule = categoryRule(regulation, category)
  if (rule === undefined) return refuse('category-unknown', { category })
  const rubric = scoringRubric(rule.rubric)
  if (!rubric.ok) return rubric
  const minimumShare = parseRational(regulation.jury.minimumShare)
  if (!minimumShare.ok) return minimumShare
  return ok({
    rubric: rubric.value,
    combine: regulation.scoring.aggregate,
    trimMinimumSheets: regulation.scoring.trimMinimumSheets,
    minimumSheets: regulation.jury.minimumSheets,
    minimumShare: minimumShare.value,
  })
}
