import { kemenyOrders } from './kemeny.ts'
import { countAhead } from './pairwise.ts'
import type { Pairwise } from './pairwise.ts'
import { decideRanking } from './ranking-vote.ts'

/**
 * Half points of Borda per finalist: on each ballot two for each one strictly below, one for each equal (section 6.1 of
 * the scoring rules). The totals of pairs hold them: no ballot is needed.
 */
export function bordaHalfPoints(pairwise: Pairwise, papers: number): ReadonlyMap<string, number> {
  const { candidates } = pairwise
  const over = (a: string, b: string): number =>
    papers + countAhead(pairwise, a, b) - countAhead(pairwise, b, a)
  return new Map(
    candidates.map((a) => {
      const points = candidates.filter((b) => b !== a).map((b) => over(a, b))
      return [a, points.reduce((total, point) => total + point, 0)] as const
    }),
  )
}

export type RankingChecks = {
  /** The finalists that Borda, and that Kemeny, would put first; Kemeny is null beyond eight finalists. */
  readonly borda: readonly string[]
  readonly kemeny: readonly string[] | null
  /** True when one of them would not put first exactly whom the vote elected or left tied: the minutes say so. */
  readonly differ: boolean
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** What two other methods say of the same papers; shown beside the result, never in its place. */
export function rankingChecks(pairwise: Pairwise, papers: number): RankingChecks {
  const points = bordaHalfPoints(pairwise, papers)
  const most = Math.max(...points.values())
  const borda = pairwise.candidates.filter((one) => points.get(one) === most)
  const orders = kemenyOrders(pairwise, papers)?.orders.map(([first]) => first)
  const kemeny = orders ? pairwise.candidates.filter((one) => orders.includes(one)) : null
  const result = decideRanking(pairwise)
  const elected = result.kind === 'winner' ? [result.winner] : result.kind === 'tie' ? result.between : []
  const differ = !isSameSet(borda, elected) || (kemeny !== null && !isSameSet(kemeny, elected))
  return { borda, kemeny, differ }
}
