import type { Rational } from '../kernel/rational.ts'
import { toNumber } from '../statistics/exact.ts'
import { aggregateCategory } from '../scoring/aggregate.ts'
import type {
  AggregationRule,
  CategoryScores,
  NominationCells,
  NominationScore,
} from '../scoring/aggregate.ts'
import { rankCategory } from '../scoring/ranking.ts'
import type { ScoringRubric } from '../scoring/rubric.ts'
import type { Observation } from '../statistics/design.ts'
import type { Scale } from '../statistics/gates.ts'

/** What the sheets themselves do not say of one of them. */
export type SheetMark = {
  readonly nominationId: string
  readonly seatId: string
  /** Where the file stands in the order in which its juror opened his, from one. */
  readonly place: number
  /** A declared interest, or a recusal since lifted, of this juror in this nomination. */
  readonly linked: boolean
  /** From the first draft to the first sealing of that round, pauses included; null where it is not known. */
  readonly seconds: number | null
}
export type AdviceInput = {
  readonly category: string
  readonly rule: AggregationRule
  readonly decimals: number
  readonly nominations: readonly NominationCells[]
  /** Places to give in the category: the size of the winning set. */
  readonly places: number
  /** Seats in an order that says nothing of who they are: they become "juror 1, 2, …". */
  readonly columns: readonly string[]
  readonly marks: readonly SheetMark[]
  /** The prizes with an advisory threshold, points of a sheet. */
  readonly prizes: readonly { readonly code: string; readonly threshold: Rational }[]
  /** Logged with the figures that draw. */
  readonly seed: number
}
/** A ranked nomination with its counted sheets, in the order of the official rank. */
export type Row = NominationScore & { readonly rank: number }

/** The ranked nominations of the category, from scratch, and the rule that combined their sheets. */
export function rowsOf({ rule, decimals, nominations }: AdviceInput): {
  readonly used: CategoryScores['rule']
  readonly rows: readonly Row[]
} {
  const { rule: used, scores } = aggregateCategory(rule, nominations)
  const ranked = rankCategory({ rubric: rule.rubric, decimals, lotOrder: null }, scores)
  const rows = ranked.flatMap(({ nominationId, rank }) => {
    const score = scores.find((one) => one.nominationId === nominationId)
    return rank === null || !score ? [] : [{ ...score, rank }]
  })
  return { used, rows }
}

/** Every counted sheet as the models take it. */
export const observationsOf = (rows: readonly Row[]): readonly Observation[] =>
  rows.flatMap((row) =>
    row.counted.map((sheet) => ({
      nomination: row.nominationId,
      juror: sheet.seatId,
      value: toNumber(sheet.score),
    })),
  )

/** What one point of a sheet weighs in the final score: less than one where the first of two rounds is carried over. */
export const weightOfSheets = ({ carried }: Pick<Row, 'carried'>): number =>
  carried === null ? 1 : 1 - toNumber(carried.share)

/** The final score that a figure of the sheets would give, points. */
export const finalOf = (row: Pick<Row, 'carried'>, ofSheets: number): number =>
  row.carried === null
    ? ofSheets
    : toNumber(row.carried.share) * toNumber(row.carried.score) + weightOfSheets(row) * ofSheets

/** The lowest and the highest score that a sheet can reach, points. */
export function scaleOf({ criteria }: ScoringRubric): Scale {
  const total = criteria.reduce((sum, { weight }) => sum + toNumber(weight), 0)
  const reached = (pick: (...values: number[]) => number): number =>
    criteria.reduce(
      (sum, { weight, points }) => sum + toNumber(weight) * pick(...[...points.values()].map(toNumber)),
      0,
    ) / total
  return { lowest: reached(Math.min), highest: reached(Math.max) }
}
