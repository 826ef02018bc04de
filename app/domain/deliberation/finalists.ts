import type { RankedNomination } from '../scoring/ranking.ts'

/** Enough to compare, few enough to read in one meeting (scoring.md section 6.1: three to eight). */
const FEWEST = 3
const MOST = 8

/**
 * Who is discussed and may win in a category with that many prize slots: the first three, or two for each slot, at
 * most eight places; a tie at the last place lets all of it in. Nominations without a rank never are.
 */
export function finalistsOf(
  ranking: readonly Pick<RankedNomination, 'nominationId' | 'rank'>[],
  slots: number,
): readonly string[] {
  const places = Math.min(MOST, Math.max(FEWEST, 2 * slots))
  return ranking.filter((one) => one.rank !== null && one.rank <= places).map((one) => one.nominationId)
}
