import { categoryRule } from '#app/domain/campaign/regulation.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { NominationCells } from '#app/domain/scoring/aggregate.ts'
import { type Cell, cellOf } from '#app/domain/scoring/cell.ts'
import { scoringRubric, type ScoringRubric } from '#app/domain/scoring/rubric.ts'
import type { CellRow, TallyFacts } from './tallies.ts'

type Category = TallyFacts['categories'][number]

/** The category's rubrics in the earlier versions, by the version's id. */
function earlierRubrics(
  { earlier }: TallyFacts,
  { code }: Category,
): Result<ReadonlyMap<string, ScoringRubric>, 'rubric-invalid'> {
  const rubrics = new Map<string, ScoringRubric>()
  for (const [id, regulation] of earlier) {
    const rule = categoryRule(regulation, code)
    if (!rule) continue
    const rubric = scoringRubric(rule.rubric)
    if (!rubric.ok) return rubric
    rubrics.set(id, rubric.value)
  }
  return ok(rubrics)
}

/** The evaluation has closed when a result is computed: a draft counts as missing. */
const cellFrom = (row: CellRow, own: ScoringRubric | undefined): Cell => {
  const { seatId, assigned, recused, state, entries } = row
  const cell = cellOf({ seatId, assigned, recused, closed: true, sheet: state && { state, entries } })
  return own ? { ...cell, rubric: own } : cell
}

/** The score matrix of one category as it is aggregated, each sheet with the rubric that it was sealed under. */
export function nominationCells(
  facts: TallyFacts,
  category: Category,
): Result<readonly NominationCells[], 'rubric-invalid'> {
  const rubrics = earlierRubrics(facts, category)
  if (!rubrics.ok) return rubrics
  return ok(
    category.nominationIds.map((nominationId) => ({
      nominationId,
      cells: facts.cells
        .filter((cell) => cell.nominationId === nominationId)
        .map((cell) => cellFrom(cell, rubrics.value.get(cell.regulationVersionId ?? ''))),
    })),
  )
}
