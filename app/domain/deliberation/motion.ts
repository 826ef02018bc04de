import type { Rational } from '../kernel/rational.ts'
import { itemQuorum, presentEligible } from './quorum.ts'
import type { ItemPresence, QuorumCount } from './quorum.ts'

export type Majority = 'simple' | 'absolute' | 'two_thirds'
export type MotionVote = 'yes' | 'no' | 'abstain'
export type MotionOutcome = 'adopted' | 'rejected' | 'tied' | 'not_quorate'

export type MotionRules = {
  readonly quorum: Rational
  readonly majority: Majority
  readonly castingVote: boolean
}
export type Tally = { readonly yes: number; readonly no: number; readonly abstain: number }
export type MotionCount = QuorumCount &
  Tally & { readonly castingVoteUsed: boolean; readonly outcome: MotionOutcome }

/** Totals of an open vote among those present and not recused; silence is an abstention. */
export function tallyOf(presence: ItemPresence, votes: ReadonlyMap<string, MotionVote>): Tally {
  const cast = presentEligible(presence).map((seat) => votes.get(seat) ?? 'abstain')
  const count = (vote: MotionVote): number => cast.filter((one) => one === vote).length
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') }
}

/** Whether `yes` carries: absolute is of the eligible, the others of the votes cast (scoring.md section 6.2). */
export function carries(majority: Majority, { yes, no }: Tally, eligible: number): boolean {
  if (majority === 'absolute') return 2 * yes > eligible
  return majority === 'two_thirds' ? yes + no > 0 && 3 * yes >= 2 * (yes + no) : yes > no
}

/**
 * The outcome of a motion. On yes = no, whichever majority is asked, the casting vote decides if the rules give one:
 * section 6.2 of scoring.md ties it to equality alone and names no majority, so that a regulation that asks for an
 * absolute one and gives a casting vote means it for exactly this case. It equals the president's own recorded vote;
 * `presidingVote` is null when the president abstained, was absent or recused, or when a secret vote had no sealed
 * casting ballot: the motion is then tied, which is not adopted. Equality is never enough by itself.
 */
export function motionOutcome(
  rules: MotionRules,
  quorum: QuorumCount,
  tally: Tally,
  presidingVote: 'yes' | 'no' | null,
): { readonly outcome: MotionOutcome; readonly castingVoteUsed: boolean } {
  if (!quorum.quorate) return { outcome: 'not_quorate', castingVoteUsed: false }
  if (carries(rules.majority, tally, quorum.eligible)) return { outcome: 'adopted', castingVoteUsed: false }
  if (tally.yes !== tally.no) return { outcome: 'rejected', castingVoteUsed: false }
  if (!rules.castingVote || presidingVote === null) return { outcome: 'tied', castingVoteUsed: false }
  return { outcome: presidingVote === 'yes' ? 'adopted' : 'rejected', castingVoteUsed: true }
}

/** Counts an open motion from the votes by seat. */
export function countMotion(
  rules: MotionRules,
  presence: ItemPresence,
  votes: ReadonlyMap<string, MotionVote>,
  presidingSeatId: string | null,
): MotionCount {
  const quorum = itemQuorum(presence, rules.quorum)
  const tally = tallyOf(presence, votes)
  const presides = presidingSeatId !== null && presentEligible(presence).includes(presidingSeatId)
  const own = presides ? votes.get(presidingSeatId) : undefined
  const presidingVote = own === 'yes' || own === 'no' ? own : null
  return { ...quorum, ...tally, ...motionOutcome(rules, quorum, tally, presidingVote) }
}
