import type { RankedNomination } from '../scoring/ranking.ts'

/** Enough to compare, few enough to read in one meeting (scoring.md section 6.1: three to eight). */
const FEWEST = 3
const MOST = 8

/**
 * Who is discussed and may win in a category with that many prize slots: the first three, or two for each slot, at
 * most eight places; a tie at the last place lets all of it in. Nominations without a rank never are, but for those that
 * were sent to the plenary (section 1.5 of the scoring rules): it decides on each of them, beside the ranking.
 */
export function finalistsOf(
  ranking: readonly Pick<RankedNomination, 'nominationId' | 'rank'>[],
  slots: number,
  plenary: readonly { readonly nominationId: string }[],
): readonly string[] {
  const places = Math.min(MOST, Math.max(FEWEST, 2 * slots))
  const ranked = ranking.filter((one) => one.rank !== null && one.rank <= places)
  return [...ranked, ...plenary].map((one) => one.nominationId)
}
