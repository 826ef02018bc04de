import { integer, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { NominationCells, NominationScore } from '#app/domain/scoring/aggregate.ts'
import type { Cell, CellState } from '#app/domain/scoring/cell.ts'
import { trimmedMean } from '#app/domain/scoring/combine.ts'
import type { ScoringRubric } from '#app/domain/scoring/rubric.ts'
import { adapter, exact, exactText } from './adapter.ts'
import type { Typed } from './adapter.ts'
import { ranksOf } from './ranks.ts'

type Sheet = Readonly<Record<string, Typed | null>> | string | null
type Input = {
  readonly criteria: readonly { readonly id: string; readonly weight: Typed }[]
  readonly scores: Readonly<Record<string, Readonly<Record<string, Sheet>>>>
  readonly juror_aggregate?:
    | 'mean'
    | 'median'
    | { readonly trim: { readonly low: number; readonly high: number; readonly min_n?: number } }
  readonly missing_criterion?: 'exclude_sheet' | 'renormalise'
  readonly quorum?: number
  readonly display_decimals?: number
}

const STATES: Readonly<Record<string, CellState>> = {
  abstain: 'abstained',
  abstained: 'abstained',
  recused: 'recused',
  draft: 'draft',
  voided: 'voided',
  unassigned: 'unassigned',
}

/** Points typed freely in a vector become the levels of a scale: the domain scores levels. */
function scaleOf({ criteria, scores }: Input): {
  readonly rubric: Pick<ScoringRubric, 'criteria'>
  readonly levelOf: (typed: Typed) => number
} {
  const sheets = Object.values(scores).flatMap((row) => Object.values(row))
  const typed = sheets.flatMap((sheet) => (sheet && typeof sheet === 'object' ? Object.values(sheet) : []))
  const texts = [...new Set(typed.flatMap((value) => (value === null ? [] : [toText(exact(value))])))]
  const points = new Map(texts.map((text, level) => [level, exact(text)] as const))
  const levelOf = (value: Typed): number => texts.indexOf(toText(exact(value)))
  const rows = criteria.map(({ id, weight }) => ({
    code: id,
    weight: exact(weight),
    points,
    threshold: null,
  }))
  return { rubric: { criteria: rows }, levelOf }
}

function cellOf(seatId: string, sheet: Sheet, levelOf: (typed: Typed) => number): Cell {
  if (sheet === null) return { seatId, state: 'missing', levels: {} }
  if (typeof sheet === 'string') return { seatId, state: STATES[sheet] ?? 'missing', levels: {} }
  const levels = Object.entries(sheet).map(([code, value]) => [code, value === null ? null : levelOf(value)])
  return { seatId, state: 'submitted', levels: Object.fromEntries(levels) as Cell['levels'] }
}

/** `min_n` is the switch of one nomination, as the vectors have it; the platform's own rule is stricter. */
function scoreOf(rule: Input['juror_aggregate'], { score, counted }: NominationScore): Rational | null {
  if (score === null || typeof rule !== 'object') return score
  const { low, high, min_n: least = 0 } = rule.trim
  const values = counted.map((sheet) => sheet.score)
  return values.length >= least && values.length > low + high ? trimmedMean(values, low, high) : score
}

/** The official score, display and number of sheets of each nomination; none under the quorum. */
export const weighted = adapter((input: Input) => {
  const { rubric, levelOf } = scaleOf(input)
  const { juror_aggregate: rule = 'mean', missing_criterion: missingPolicy = 'exclude_sheet' } = input
  const nominations = Object.entries(input.scores).map(([nominationId, row]): NominationCells => ({
    nominationId,
    cells: Object.entries(row).map(([juror, sheet]) => cellOf(juror, sheet, levelOf)),
  }))
  const category = {
    rubric: { ...rubric, missingPolicy, commentRequiredAt: [], totalThreshold: null },
    combine: typeof rule === 'object' ? ('mean' as const) : rule,
    trimMinimumSheets: 0,
    minimumSheets: input.quorum ?? 0,
    minimumShare: integer(0n),
  }
  const lines = aggregateCategory(category, nominations).scores.map((one) => ({
    ...one,
    score: scoreOf(rule, one),
  }))
  const shown = (score: Rational | null) => score && toDecimal(score, input.display_decimals ?? 2)
  return {
    scores: Object.fromEntries(
      lines.map(({ nominationId, score, sheets }) => [
        nominationId,
        { exact: exactText(score), display: shown(score), n: sheets },
      ]),
    ),
    ranks: ranksOf(
      lines.flatMap(({ nominationId, score }) => (score ? [[nominationId, score] as const] : [])),
    ),
    below_quorum: lines
      .filter(({ state }) => state === 'below_quorum')
      .map(({ nominationId }) => nominationId),
  }
})
