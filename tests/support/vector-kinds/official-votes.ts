import { ratio, toText } from '#app/domain/kernel/rational.ts'
import { kemenyOrders } from '#app/domain/deliberation/kemeny.ts'
import { majorityJudgment } from '#app/domain/deliberation/majority-judgment.ts'
import { countMotion } from '#app/domain/deliberation/motion.ts'
import type { Majority, MotionVote } from '#app/domain/deliberation/motion.ts'
import { countAhead, pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import type { RankingBallot } from '#app/domain/deliberation/pairwise.ts'
import { bordaHalfPoints } from '#app/domain/deliberation/ranking-checks.ts'
import { condorcetWinner, schulzeWinners, widestPaths } from '#app/domain/deliberation/ranking-vote.ts'
import { adapter, exact } from './adapter.ts'
import type { Typed } from './adapter.ts'
import { ranksOf } from './ranks.ts'

const halves = (points: number): string => {
  const value = ratio(BigInt(points), 2n)
  return value.ok ? toText(value.value) : ''
}

type Rankings = {
  readonly candidates: readonly string[]
  readonly ballots: readonly { readonly count?: number; readonly ranking: RankingBallot }[]
}

const rankings = adapter(({ candidates, ballots }: Rankings) => {
  const papers = ballots.flatMap(({ count = 1, ranking }) => Array.from({ length: count }, () => ranking))
  const pairwise = pairwiseOf(papers, candidates)
  const pairs = candidates.flatMap((a) => candidates.filter((b) => b !== a).map((b) => [a, b] as const))
  const paths = widestPaths(pairwise)
  const path = (a: string, b: string): number => paths.get(a)?.get(b) ?? 0
  const borda = bordaHalfPoints(pairwise, papers.length)
  const kemeny = kemenyOrders(pairwise, papers.length)
  const first = kemeny?.orders.map(([one]) => one)
  const over = (value: (a: string, b: string) => number) =>
    Object.fromEntries(pairs.map(([a, b]) => [`${a}>${b}`, `${value(a, b)}`]))
  return {
    pairwise: over((a, b) => countAhead(pairwise, a, b)),
    borda: Object.fromEntries(candidates.map((one) => [one, halves(borda.get(one) ?? 0)])),
    borda_ranks: ranksOf(candidates.map((one) => [one, exact(borda.get(one) ?? 0)] as const)),
    condorcet_winner: condorcetWinner(pairwise),
    schulze_winners: schulzeWinners(pairwise),
    schulze_ranks: Object.fromEntries(
      candidates.map((one) => [
        one,
        1 + candidates.filter((other) => path(other, one) > path(one, other)).length,
      ]),
    ),
    schulze_path: over(path),
    kemeny_distance: kemeny && halves(kemeny.halfDistance),
    kemeny_rankings: kemeny && kemeny.orders,
    kemeny_winners: first ? [...new Set(first)] : null,
  }
})

const judgment = adapter(({ grades }: { grades: Readonly<Record<string, readonly (number | null)[]>> }) => {
  const given = Object.entries(grades).map(
    ([candidate, list]) => [candidate, list.flatMap((grade) => grade ?? [])] as const,
  )
  const judged = majorityJudgment(new Map(given))
  return {
    majority_grade: Object.fromEntries(judged.map(({ candidate, grade }) => [candidate, grade])),
    majority_value: Object.fromEntries(judged.map(({ candidate, value }) => [candidate, value])),
    ranks: Object.fromEntries(judged.map(({ candidate, rank }) => [candidate, rank])),
  }
})

type Motion = {
  readonly jury_size: number
  readonly present: readonly string[]
  readonly quorum_fraction?: Typed
  readonly votes: Readonly<Record<string, MotionVote | 'recused' | null>>
  readonly majority?: Majority
  readonly president?: string | null
  readonly casting_vote?: boolean
}

/** The seats that the vector names, then nameless ones up to the size of the jury. */
function seatsOf({ jury_size: size, present, votes }: Motion): readonly string[] {
  const named = [...new Set([...present, ...Object.keys(votes)])]
  return [...named, ...Array.from({ length: Math.max(0, size - named.length) }, (_, at) => `seat ${at}`)]
}

const motion = adapter((input: Motion) => {
  const { votes, present, quorum_fraction: quorum = '2/3', majority = 'simple' } = input
  const entries = Object.entries(votes)
  const recusedSeatIds = entries.filter(([, vote]) => vote === 'recused').map(([seat]) => seat)
  const cast = entries.flatMap(([seat, vote]) =>
    vote === 'yes' || vote === 'no' || vote === 'abstain' ? [[seat, vote] as const] : [],
  )
  const counted = countMotion(
    { quorum: exact(quorum), majority, castingVote: input.casting_vote ?? false },
    { seatIds: seatsOf(input), recusedSeatIds, presentSeatIds: present },
    new Map(cast),
    input.president ?? null,
  )
  return {
    eligible: counted.eligible,
    quorum_needed: counted.needed,
    present_eligible: counted.present,
    quorate: counted.quorate,
    yes: counted.yes,
    no: counted.no,
    abstain_or_silent: counted.abstain,
    casting_vote_used: counted.castingVoteUsed,
    outcome: counted.outcome,
  }
})

export const voteKinds = {
  'vote.rankings': rankings,
  'vote.majority_judgment': judgment,
  'vote.motion': motion,
}
