import { categoryRule } from '#app/domain/campaign/regulation.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { NominationCells } from '#app/domain/scoring/aggregate.ts'
import { type Cell, cellOf } from '#app/domain/scoring/cell.ts'
import { scoringRubric, type ScoringRubric } from '#app/domain/scoring/rubric.ts'
import { type Carried, carriedShare } from '#app/domain/scoring/two-rounds.ts'
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

/** What each nomination of a second round brings from the first; of none where that round starts afresh. */
function carriedIn(
  { regulation }: TallyFacts,
  { firstScores }: Category,
): Result<ReadonlyMap<string, Carried>, 'number-malformed' | 'carry-out-of-range'> {
  const carried = new Map<string, Carried>()
  const found = carriedShare(regulation)
  if (!found.ok) return found
  const share = found.value
  if (share === null) return ok(carried)
  for (const [nominationId, text] of Object.entries(firstScores)) {
    const score = parseRational(text)
    if (!score.ok) return score
    carried.set(nominationId, { score: score.value, share })
  }
  return ok(carried)
}

/** The score matrix of one category as it is aggregated, each sheet with the rubric that it was sealed under. */
export function nominationCells(
  facts: TallyFacts,
  category: Category,
): Result<readonly NominationCells[], 'rubric-invalid' | 'number-malformed' | 'carry-out-of-range'> {
  const rubrics = earlierRubrics(facts, category)
  if (!rubrics.ok) return rubrics
  const carried = carriedIn(facts, category)
  if (!carried.ok) return carried
  const broughtBy = (nominationId: string): Pick<NominationCells, 'carried'> => {
    const own = carried.value.get(nominationId)
    return own ? { carried: own } : {}
  }
  return ok(
    category.nominationIds.map((nominationId) => ({
      nominationId,
      ...broughtBy(nominationId),
      cells: facts.cells
        .filter((cell) => cell.nominationId === nominationId)
        .map((cell) => cellFrom(cell, rubrics.value.get(cell.regulationVersionId ?? ''))),
    })),
  )
}
