import type { MotionResult } from '#app/adapters/db/motions.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type AwardChoice, countAwardMotion } from '#app/domain/deliberation/award-motion.ts'
import type { BoxedBallot, Choice } from '#app/domain/deliberation/ballot.ts'
import { countFlagMotion, type FlagChoice } from '#app/domain/deliberation/flag-motion.ts'
import { pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import type { QuorumCount } from '#app/domain/deliberation/quorum.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { recordOfPairwise } from '#app/domain/results/vote-record.ts'

export type Counting = {
  readonly candidates: readonly string[]
  readonly papers: readonly Choice[]
  /** The president's own paper, known in an open vote only: there alone a casting vote can speak. */
  readonly presiding: Choice | null
  readonly quorum: QuorumCount
  readonly share: Rational
  readonly rules: Regulation['deliberation']
}

export const presidingPaper = (
  box: readonly BoxedBallot[] | null,
  seatId: string | undefined,
): Choice | null => box?.find((ballot) => ballot.seatId === seatId)?.choice ?? null

function countAward({ papers, presiding, quorum, share, rules }: Counting): MotionResult {
  const choices = papers.flatMap((paper): AwardChoice[] => (paper.kind === 'award' ? [paper.choice] : []))
  const { majority, castingVote } = rules
  const own = presiding?.kind === 'award' ? presiding.choice : null
  const count = countAwardMotion({ quorum: share, majority, castingVote }, quorum, choices, own)
  const { award, withhold, blank, eligible, needed, present, castingVoteUsed, outcome } = count
  return {
    kind: 'award',
    award: { award, withhold, blank, eligible, needed, present, majority, castingVoteUsed, outcome },
  }
}

function countFlag({ papers, presiding, quorum, share, rules }: Counting): MotionResult {
  const choices = papers.flatMap((paper): FlagChoice[] => (paper.kind === 'flag' ? [paper.choice] : []))
  const { majority, castingVote } = rules
  const own = presiding?.kind === 'flag' ? presiding.choice : null
  const count = countFlagMotion({ quorum: share, majority, castingVote }, quorum, choices, own)
  const { uphold, lift, blank, eligible, needed, present, castingVoteUsed, outcome } = count
  return {
    kind: 'flag',
    flag: { uphold, lift, blank, eligible, needed, present, majority, castingVoteUsed, outcome },
  }
}

function countRunoff({ papers, presiding, candidates, rules }: Counting): MotionResult {
  const [first = '', second = ''] = candidates
  const votes = (one: string): number =>
    papers.filter((paper) => paper.kind === 'runoff' && paper.candidate === one).length
  const chosen = presiding?.kind === 'runoff' ? presiding.candidate : null
  const side = chosen === first ? 'first' : chosen === second ? 'second' : null
  const casting = rules.castingVote ? side : null
  return {
    kind: 'runoff',
    papers: papers.length,
    runoff: { between: [first, second], first: votes(first), second: votes(second), casting },
  }
}

/** The totals of a closed vote, by the domain's counts; nothing in them says who voted how. */
export function countVote(kind: Choice['kind'], counting: Counting): MotionResult {
  if (kind === 'award') return countAward(counting)
  if (kind === 'flag') return countFlag(counting)
  if (kind === 'runoff') return countRunoff(counting)
  const rankings = counting.papers.flatMap((paper) => (paper.kind === 'ranking' ? [paper.ranking] : []))
  return {
    kind: 'ranking',
    blank: rankings.filter((groups) => groups.length === 0).length,
    ranking: recordOfPairwise(pairwiseOf(rankings, counting.candidates), rankings.length),
  }
}
