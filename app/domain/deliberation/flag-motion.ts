import { motionOutcome } from './motion.ts'
import type { MotionRules } from './motion.ts'
import type { QuorumCount } from './quorum.ts'

/** The question "uphold or lift": the plenary on one ground against one nomination (scoring.md section 1.7). */
export type FlagChoice = 'uphold' | 'lift' | 'blank'
export type FlagOutcome = 'upheld' | 'lifted' | 'not_quorate'
export type FlagMotionCount = QuorumCount & {
  readonly uphold: number
  readonly lift: number
  readonly blank: number
  readonly castingVoteUsed: boolean
  readonly outcome: FlagOutcome
}

/**
 * Counts the vote on a flag as any motion (scoring.md section 6.2): upholding needs the majority of the regulation, with
 * its casting vote on equality. What is not adopted leaves the nomination in the competition, a tie too: the flag is then
 * lifted. Without a quorum nothing is decided and the nomination stays suspended.
 */
export function countFlagMotion(
  rules: MotionRules,
  quorum: QuorumCount,
  ballots: readonly FlagChoice[],
  presidingChoice: FlagChoice | null,
): FlagMotionCount {
  const count = (choice: FlagChoice): number => ballots.filter((ballot) => ballot === choice).length
  const totals = { uphold: count('uphold'), lift: count('lift'), blank: count('blank') }
  const sides = { yes: totals.uphold, no: totals.lift, abstain: totals.blank }
  const presiding = presidingChoice === 'uphold' ? 'yes' : presidingChoice === 'lift' ? 'no' : null
  const { outcome, castingVoteUsed } = motionOutcome(rules, quorum, sides, presiding)
  const decided = outcome === 'adopted' ? 'upheld' : outcome === 'not_quorate' ? 'not_quorate' : 'lifted'
  return { ...quorum, ...totals, castingVoteUsed, outcome: decided }
}
