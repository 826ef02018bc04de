import type { ScoringRubric } from './rubric.ts'
import type { SheetEntry, SheetState } from './sheet.ts'

/** The state of one juror towards one nomination (scoring.md section 1.3). */
export type CellState = 'unassigned' | 'draft' | 'submitted' | 'abstained' | 'recused' | 'missing' | 'voided'

/** One cell of the score matrix. `levels` matter only when the state is `submitted`. */
export type Cell = {
  readonly seatId: string
  readonly state: CellState
  readonly levels: Readonly<Record<string, number | null>>
  /** The rubric that the sheet was sealed under, where it is not the category's of today. */
  readonly rubric?: ScoringRubric
}

export type CellFacts = {
  readonly seatId: string
  readonly assigned: boolean
  readonly recused: boolean
  /** Evaluation has closed: a draft no longer counts as started, it is missing. */
  readonly closed: boolean
  readonly sheet: { readonly state: SheetState; readonly entries: readonly SheetEntry[] } | null
}

/** The state of a cell from what is stored: a recusal wins over everything, the calendar over a draft. */
export function cellOf(facts: CellFacts): Cell {
  const levels = Object.fromEntries(
    (facts.sheet?.entries ?? []).map(({ criterion, level }) => [criterion, level]),
  )
  return { seatId: facts.seatId, state: stateOf(facts), levels }
}

function stateOf({ assigned, recused, closed, sheet }: CellFacts): CellState {
  if (recused) return 'recused'
  if (sheet?.state === 'sealed') return 'submitted'
  if (sheet?.state === 'abstained' || sheet?.state === 'voided') return sheet.state
  if (!assigned) return 'unassigned'
  return closed ? 'missing' : 'draft'
}

/** Jurors assigned and not recused: the base e_i of the sheet quorum. */
export const isEligible = (cell: Cell): boolean => cell.state !== 'unassigned' && cell.state !== 'recused'
