import { ZERO } from '../kernel/rational.ts'
import { aggregateCounted } from '../scoring/aggregate.ts'
import { rankCategory } from '../scoring/ranking.ts'
import type { AdviceInput, Row } from './rows.ts'

/**
 * The official rule computed again without one juror, on the nominations that have a rank (section 4.4): the rank of
 * each row, null where no sheet is left. The quorum of sheets is left aside: it asks whether a nomination may be ranked at all,
 * not how firm its rank is.
 */
export function ranksWithout(
  { rule, decimals }: Pick<AdviceInput, 'rule' | 'decimals'>,
  rows: readonly Row[],
  seatId: string,
): readonly (number | null)[] {
  const left = rows.map((row) => ({
    ...row,
    counted: row.counted.filter((sheet) => sheet.seatId !== seatId),
  }))
  const { scores } = aggregateCounted({ ...rule, minimumSheets: 1, minimumShare: ZERO }, left)
  const ranking = rankCategory({ rubric: rule.rubric, decimals, lotOrder: null }, scores)
  const rankOf = new Map(ranking.map((one) => [one.nominationId, one.rank]))
  return rows.map((row) => rankOf.get(row.nominationId) ?? null)
}
