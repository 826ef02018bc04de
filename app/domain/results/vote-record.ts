import { decideRanking, decideRunoff } from '../deliberation/ranking-vote.ts'
import type { RankingMethod } from '../deliberation/ranking-vote.ts'
import type { AwardMotionOutcome } from '../deliberation/award-motion.ts'
import type { FlagOutcome } from '../deliberation/flag-motion.ts'
import { rankingChecks } from '../deliberation/ranking-checks.ts'
import type { RankingChecks } from '../deliberation/ranking-checks.ts'
import type { Pairwise } from '../deliberation/pairwise.ts'

/** Totals only: who voted how is nowhere in it (scoring.md section 6.3). Plain values, so that it is stored as it is. */
export type AwardMotionRecord = {
  readonly award: number
  readonly withhold: number
  readonly blank: number
  readonly eligible: number
  readonly needed: number
  readonly present: number
  readonly majority: 'simple' | 'absolute' | 'two_thirds'
  readonly castingVoteUsed: boolean
  readonly outcome: AwardMotionOutcome
}
/** The vote on a flag: totals, and what they decide. */
export type FlagMotionRecord = {
  readonly uphold: number
  readonly lift: number
  readonly blank: number
  readonly eligible: number
  readonly needed: number
  readonly present: number
  readonly majority: AwardMotionRecord['majority']
  readonly castingVoteUsed: boolean
  readonly outcome: FlagOutcome
}
export type RunoffRecord = {
  readonly between: readonly [string, string]
  readonly first: number
  readonly second: number
  readonly casting: 'first' | 'second' | null
}
export type RankingRecord = {
  readonly candidates: readonly string[]
  readonly papers: number
  /** `ahead[a][b]`: papers that put a above b. */
  readonly ahead: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly runoff: RunoffRecord | null
}
export type VoteRecord = { readonly award: AwardMotionRecord | null; readonly ranking: RankingRecord | null }

export type VotedResult =
  | { readonly kind: 'winner'; readonly winner: string; readonly method: RankingMethod | 'runoff' }
  | { readonly kind: 'tie'; readonly between: readonly string[] }
  | { readonly kind: 'none' }

export const recordOfPairwise = ({ candidates, ahead }: Pairwise, papers: number): RankingRecord => ({
  candidates,
  papers,
  ahead: Object.fromEntries(candidates.map((a) => [a, Object.fromEntries(ahead.get(a) ?? [])])),
  runoff: null,
})

const pairwiseFrom = ({ candidates, ahead }: RankingRecord): Pairwise => ({
  candidates,
  ahead: new Map(candidates.map((a) => [a, new Map(Object.entries(ahead[a] ?? {}))])),
})

/** What Borda and Kemeny say of the recorded totals: the check that the minutes mention when it differs. */
export const votedChecks = (record: RankingRecord): RankingChecks =>
  rankingChecks(pairwiseFrom(record), record.papers)

/** What the recorded totals decide, computed again; a runoff counts only between finalists that were tied. */
export function votedResult(record: RankingRecord): VotedResult {
  const ranked = decideRanking(pairwiseFrom(record))
  if (ranked.kind === 'empty') return { kind: 'none' }
  if (ranked.kind === 'winner') return ranked
  const { runoff } = record
  if (runoff === null || !runoff.between.every((one) => ranked.between.includes(one))) return ranked
  const { winner } = decideRunoff(runoff, { allowed: runoff.casting !== null, choice: runoff.casting })
  if (winner === null) return { kind: 'tie', between: runoff.between }
  return { kind: 'winner', winner: runoff.between[winner === 'first' ? 0 : 1], method: 'runoff' }
}

/** Whether the recorded vote chose exactly these winners: the one it elected, or all that it left tied. */
export function voteBacks(record: VoteRecord | null, winners: readonly string[]): boolean {
  if (record?.ranking === null || record?.ranking === undefined) return false
  const result = votedResult(record.ranking)
  if (result.kind === 'winner') return winners.length === 1 && winners[0] === result.winner
  return result.kind === 'tie' && [...winners].sort().join(' ') === [...result.between].sort().join(' ')
}
