import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { PrizeSlotRule } from '../campaign/regulation.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import { voteBacks } from './vote-record.ts'
import type { VoteRecord } from './vote-record.ts'

export const WITHHOLDING_REASONS = [
  'too_few_nominations',
  'insufficient_level',
  'single_candidate_not_conclusive',
  'irregularity',
] as const
export type WithholdingReason = (typeof WITHHOLDING_REASONS)[number]
export type SlotOutcome = 'awarded' | 'shared' | 'withheld'

/** What the jury asks for one slot, and what was decided. Winners are nomination ids. */
export type AwardRequest = {
  readonly outcome: SlotOutcome
  readonly winners: readonly string[]
  readonly reason: WithholdingReason | null
}
export type AwardDecision = AwardRequest & {
  readonly id: string
  readonly campaignId: string
  readonly sessionId: string
  readonly category: string
  readonly slot: string
  readonly vote: VoteRecord | null
  readonly decidedAt: Instant
}

export type AwardFacts = {
  readonly id: string
  readonly campaignId: string
  readonly sessionId: string
  readonly category: string
  readonly slot: PrizeSlotRule
  readonly itemOpen: boolean
  readonly presidingPersonId: string
  readonly finalists: readonly string[]
  readonly ranking: readonly RankedNomination[]
  /** Finalists without an official score, sent to the plenary: nothing but its vote can give them a prize. */
  readonly plenary: readonly string[]
  /** Nominations that may not win whatever their rank: withdrawn, disqualified, inadmissible. */
  readonly ineligible: readonly string[]
  /** Winners of the slots that stand before this one in the regulation, and those slots still without decision. */
  readonly awardedBefore: readonly string[]
  readonly undecidedBefore: readonly string[]
  /** Winners of any other slot of this category. */
  readonly awardedElsewhere: readonly string[]
  readonly decided: boolean
  readonly vote: VoteRecord | null
}
export type AwardReason =
  | 'not-chair'
  | 'item-not-open'
  | 'slot-decided'
  | 'earlier-slot-undecided'
  | 'slot-not-shareable'
  | 'slot-not-withholdable'
  | 'reason-required'
  | 'reason-unexpected'
  | 'winner-required'
  | 'winners-too-many'
  | 'winner-not-a-finalist'
  | 'not-eligible'
  | 'already-awarded-in-category'
  | 'vote-required'

/**
 * Whether the winners are other than the ranking gives: somebody still free stands before or beside a winner, or the
 * prize is shared between unequal ranks. Such a choice is the jury's right, and needs its recorded vote.
 */
export function departsFromRank(
  ranking: readonly Pick<RankedNomination, 'nominationId' | 'rank'>[],
  takenBefore: readonly string[],
  winners: readonly string[],
): boolean {
  const free = ranking.filter((one) => one.rank !== null && !takenBefore.includes(one.nominationId))
  const ranks = winners.map((winner) => free.find((one) => one.nominationId === winner)?.rank ?? null)
  if (ranks.includes(null) || new Set(ranks).size > 1) return true
  const reached = ranks[0] ?? 0
  return free.some((one) => !winners.includes(one.nominationId) && (one.rank ?? Infinity) <= reached)
}

/** Where the form of the decision asks for what a refusal is about; its sentence stands there. */
const FIELD: Partial<Readonly<Record<AwardReason, string>>> = {
  'slot-not-shareable': 'outcome',
  'slot-not-withholdable': 'outcome',
  'reason-required': 'reason',
  'reason-unexpected': 'reason',
  'winner-required': 'winners',
  'winners-too-many': 'winners',
  'winner-not-a-finalist': 'winners',
  'not-eligible': 'winners',
  'already-awarded-in-category': 'winners',
}
const refuseAt = (reason: AwardReason, facts: Facts = {}): Result<never, AwardReason> => {
  const field = FIELD[reason]
  return refuse(reason, facts, field === undefined ? {} : { [field]: `deliberation.reason.${reason}` })
}

function shapeReason(facts: AwardFacts, { outcome, winners, reason }: AwardRequest): AwardReason | null {
  if (outcome === 'withheld') {
    if (!facts.slot.mayBeWithheld) return 'slot-not-withholdable'
    if (reason === null || !WITHHOLDING_REASONS.includes(reason)) return 'reason-required'
    return winners.length > 0 ? 'winners-too-many' : null
  }
  if (reason !== null) return 'reason-unexpected'
  if (outcome === 'shared' && !facts.slot.mayBeShared) return 'slot-not-shareable'
  const least = outcome === 'shared' && facts.slot.sharedAcross !== true ? 2 : 1
  if (winners.length < least) return 'winner-required'
  return outcome === 'awarded' && winners.length > 1 ? 'winners-too-many' : null
}

function winnerReason(facts: AwardFacts, winners: readonly string[]): Result<null, AwardReason> {
  if (new Set(winners).size !== winners.length) return refuseAt('winner-required')
  const among = (list: readonly string[]) => winners.filter((winner) => list.includes(winner))
  const strangers = winners.filter((winner) => !facts.finalists.includes(winner))
  if (strangers.length > 0) return refuseAt('winner-not-a-finalist', { nominations: strangers })
  const unranked = facts.ranking
    .filter((one) => one.rank === null && !facts.plenary.includes(one.nominationId))
    .map((one) => one.nominationId)
  const barred = among([...facts.ineligible, ...unranked])
  if (barred.length > 0) return refuseAt('not-eligible', { nominations: barred })
  const again = among(facts.awardedElsewhere)
  return again.length > 0 ? refuseAt('already-awarded-in-category', { nominations: again }) : ok(null)
}

/** Where nobody is left beside the one file of the plenary there is nothing to rank: the vote to award is a vote for it. */
const isSoleChoice = (
  { vote }: AwardFacts,
  remaining: readonly string[],
  winners: readonly string[],
): boolean =>
  remaining.length === 1 && remaining.join() === winners.join() && vote?.award?.outcome === 'award'

/** Withholding needs its vote unless nobody is left to vote about; awarding needs one when it departs from rank. */
function needsVote(facts: AwardFacts, { outcome, winners }: AwardRequest): boolean {
  const remaining = facts.finalists.filter((one) => !facts.awardedElsewhere.includes(one))
  if (outcome !== 'withheld') {
    const isBacked = voteBacks(facts.vote, winners) || isSoleChoice(facts, remaining, winners)
    return departsFromRank(facts.ranking, facts.awardedBefore, winners) && !isBacked
  }
  return remaining.length > 0 && facts.vote?.award?.outcome !== 'withhold'
}

/** Records what the jury decided for one prize slot (product.md section 9). The president records; nobody retypes. */
export function decideAward(
  facts: AwardFacts,
  actor: Actor,
  request: AwardRequest,
  now: Instant,
): Result<
  { readonly decision: AwardDecision; readonly entry: EntryDraft; readonly notices: readonly [] },
  AwardReason
> {
  if (actor.personId !== facts.presidingPersonId) return refuse('not-chair')
  if (!facts.itemOpen) return refuse('item-not-open')
  if (facts.decided) return refuse('slot-decided')
  if (facts.undecidedBefore.length > 0)
    return refuse('earlier-slot-undecided', { slots: facts.undecidedBefore })
  const shape = shapeReason(facts, request)
  if (shape !== null) return refuseAt(shape)
  const winners = winnerReason(facts, request.winners)
  if (!winners.ok) return winners
  if (needsVote(facts, request)) return refuse('vote-required', { outcome: request.outcome })
  const { id, campaignId, sessionId, category, vote } = facts
  const decision = {
    ...request,
    id,
    campaignId,
    sessionId,
    category,
    slot: facts.slot.code,
    vote,
    decidedAt: now,
  }
  return ok({ decision, entry: decisionEntry(decision), notices: [] })
}

const decisionEntry = ({
  id,
  campaignId,
  category,
  slot,
  outcome,
  reason,
  winners,
}: AwardDecision): EntryDraft => ({
  act: 'awardDecided',
  subject: { type: 'award-decision', id },
  campaignId,
  facts: { category, slot, outcome, reason: reason ?? '', winners },
})
