import type { Actor } from '../access/actor.ts'
import { isBlank } from '../kernel/clean-text.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Recusal } from './recusal.ts'

export type LiftProposal = { readonly id: string; readonly reason: string; readonly proposedBy: string }
export type LiftFacts = {
  readonly campaignId: string
  readonly recusal: Recusal
  readonly recusedPersonId: string
  /** The actor holds a mandate of a body that competes with the file. */
  readonly actorConflicted: boolean
  /** The proposal that waits for a second hand, if any. */
  readonly open: LiftProposal | null
}
export type LiftAnswer = { readonly outcome: 'confirmed' | 'refused'; readonly words: string }

type Barred = 'automatic-exclusion' | 'actor-conflicted'
export type ProposeReason = Barred | 'lift-proposed' | 'reason-required'
export type SettleReason = Barred | 'lift-settled' | 'own-proposal' | 'reason-required'

const barred = (facts: LiftFacts, actor: Actor): Result<true, Barred> => {
  const { recusal, actorConflicted, recusedPersonId } = facts
  if (recusal.origin === 'automatic') return refuse('automatic-exclusion', { ground: recusal.ground })
  if (actorConflicted || recusedPersonId === actor.personId) return refuse('actor-conflicted')
  return ok(true)
}

/** A keyed digest: the log says that it was this reason, never what it was. */
type Digest = (words: string) => string

/** `reason` is already a digest: it is a text about a person. */
const entryOf = ({ campaignId, recusal }: LiftFacts, act: Act, reason: string): EntryDraft => ({
  act,
  subject: { type: 'nomination', id: recusal.nominationId },
  campaignId,
  facts: { seatId: recusal.seatId, origin: recusal.origin, reason },
})

/**
 * The first hand asks to lift a recusal, in writing (product.md sections 5 and 8). Refused: what follows from bodies,
 * by the recused or by somebody with an interest in the file, while another proposal waits, without a reason.
 */
export function proposeLift(
  facts: LiftFacts,
  actor: Actor,
  words: string,
  digest: Digest,
): Result<{ readonly reason: string; readonly entry: EntryDraft }, ProposeReason> {
  const free = barred(facts, actor)
  if (!free.ok) return free
  if (facts.open) return refuse('lift-proposed')
  const reason = words.trim()
  if (isBlank(reason)) return refuse('reason-required', {}, { reason: 'errors.required' })
  return ok({ reason, entry: entryOf(facts, 'recusalLiftProposed', digest(reason)) })
}

/**
 * The second hand, another person, confirms or refuses. Confirmed: the recusal ends, the person concerned is told, and
 * the declaration stays in the record. Refused here: the proposal seen is no longer open, the same hand as the
 * proposer's, the bars of the first hand, and a refusal that gives no reason.
 */
export function settleLift(
  facts: LiftFacts,
  actor: Actor,
  seen: string,
  answer: LiftAnswer,
  digest: Digest,
): Result<{ readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] }, SettleReason> {
  const free = barred(facts, actor)
  if (!free.ok) return free
  const { open, campaignId, recusal, recusedPersonId } = facts
  if (open?.id !== seen) return refuse('lift-settled')
  if (open.proposedBy === actor.personId) return refuse('own-proposal')
  const words = answer.words.trim()
  if (answer.outcome === 'refused') {
    if (isBlank(words)) return refuse('reason-required', {}, { reason: 'errors.required' })
    return ok({ entry: entryOf(facts, 'recusalLiftRefused', digest(words)), notices: [] })
  }
  const notice: NoticeDraft = {
    name: 'recusal-lifted',
    to: { personId: recusedPersonId },
    campaignId,
    facts: { nominationId: recusal.nominationId, reason: open.reason },
  }
  return ok({ entry: entryOf(facts, 'recusalLifted', digest(open.reason)), notices: [notice] })
}
