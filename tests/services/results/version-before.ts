import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { Cell } from '#app/domain/scoring/cell.ts'
import { scoringRubric } from '#app/domain/scoring/rubric.ts'

const RENAMED = 'before'
/** The rubric of the version before: weights the other way round, the last criterion another, the other policy for gaps. */
export const rubricBefore = (rubric: Rubric): Rubric => {
  const weights = rubric.criteria.map(({ weight }) => weight).reverse()
  const last = rubric.criteria.length - 1
  return {
    ...rubric,
    missingPolicy: rubric.missingPolicy === 'renormalise' ? 'exclude_sheet' : 'renormalise',
    criteria: rubric.criteria.map((one, at) => ({
      ...one,
      weight: weights[at] ?? one.weight,
      code: at === last && at > 0 ? RENAMED : one.code,
    })),
  }
}

/** The same sheet, sealed under the version before. */
export function sealedBefore(cell: Cell, rubric: Rubric): Cell {
  const own = scoringRubric(rubricBefore(rubric))
  if (!own.ok) throw new Error(own.reason)
  const last = rubric.criteria.at(-1)?.code ?? ''
  const { [last]: level = null, ...others } = cell.levels
  const levels = rubric.criteria.length > 1 ? { ...others, [RENAMED]: level } : cell.levels
  return { ...cell, levels, rubric: own.value }
}
