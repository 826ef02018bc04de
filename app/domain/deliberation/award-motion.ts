import { carries, motionOutcome } from './motion.ts'
import type { MotionRules } from './motion.ts'
import type { QuorumCount } from './quorum.ts'

/** Ballot A: award the prize, withhold it, or a blank paper (product.md section 9). */
export type AwardChoice = 'award' | 'withhold' | 'blank'
export type AwardTally = { readonly award: number; readonly withhold: number; readonly blank: number }
export type AwardMotionOutcome = 'award' | 'withhold' | 'not_adopted' | 'not_quorate'
export type AwardMotionCount = QuorumCount &
  AwardTally & { readonly castingVoteUsed: boolean; readonly outcome: AwardMotionOutcome }

export function awardTally(ballots: readonly AwardChoice[]): AwardTally {
  const count = (choice: AwardChoice): number => ballots.filter((ballot) => ballot === choice).length
  return { award: count('award'), withhold: count('withhold'), blank: count('blank') }
}

/**
 * Counts ballot A. Awarding needs the majority of the regulation; withholding always needs an absolute majority of the
 * eligible (scoring.md section 6.2, step 6). When neither is reached nothing is decided: the jury votes again.
 * Refuses nothing; `presidingChoice` is the casting ballot, sealed before the count when the vote is secret.
 */
export function countAwardMotion(
  rules: MotionRules,
  quorum: QuorumCount,
  ballots: readonly AwardChoice[],
  presidingChoice: AwardChoice | null,
): AwardMotionCount {
  const tally = awardTally(ballots)
  const sides = { yes: tally.award, no: tally.withhold, abstain: tally.blank }
  const presiding = presidingChoice === 'award' ? 'yes' : presidingChoice === 'withhold' ? 'no' : null
  const { outcome, castingVoteUsed } = motionOutcome(rules, quorum, sides, presiding)
  const against = { yes: sides.no, no: sides.yes, abstain: sides.abstain }
  const decided = (): AwardMotionOutcome => {
    if (outcome === 'not_quorate') return 'not_quorate'
    if (outcome === 'adopted') return 'award'
    return carries('absolute', against, quorum.eligible) ? 'withhold' : 'not_adopted'
  }
  return { ...quorum, ...tally, castingVoteUsed, outcome: decided() }
}
