import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { notify } from '../notice/notice.ts'
import { isInadmissibleReason } from './screening-decision.ts'
import { entryOf, titleText, transition } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { CheckVerdict } from './screening-check.ts'
import type { InadmissibleReason, Outcome, ScreeningDecision } from './screening-decision.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

export type ScreeningFacts = {
  readonly nomination: Nomination
  readonly context: NominationContext
  readonly checks: readonly { readonly code: string }[]
  readonly verdicts: readonly CheckVerdict[]
  readonly live: ScreeningDecision | null
  /** Another category is proposed and waits for the signatory. */
  readonly categoryAsked: boolean
}
export type Proposal = {
  readonly id: string
  readonly outcome: Outcome
  readonly reasons: readonly string[]
  readonly comment: string | null
}
export type ProposeReason =
  | 'wrong-phase'
  | 'wrong-state'
  | 'already-proposed'
  | 'category-open'
  | 'checks-missing'
  | 'outcome-contradicts-checks'
  | 'reason-required'
  | 'unknown-reason'
  | 'comment-required'
  | 'unreadable-text'
export type SettleReason =
  'wrong-phase' | 'wrong-state' | 'not-proposed' | 'own-proposal' | 'note-required' | 'unreadable-text'
export type Settled<D> = {
  readonly decision: D
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

function outcomeRefusal(
  { checks, verdicts }: ScreeningFacts,
  proposal: Proposal,
): Result<readonly InadmissibleReason[], ProposeReason> {
  const missing = checks
    .map(({ code }) => code)
    .filter((code) => !verdicts.some((verdict) => verdict.code === code))
  if (missing.length > 0) return refuse('checks-missing', { checks: missing })
  const failed = verdicts.filter(({ verdict }) => verdict === 'not').map(({ code }) => code)
  if ((proposal.outcome === 'admissible') !== (failed.length === 0)) {
    return refuse('outcome-contradicts-checks', { checks: failed })
  }
  const unknown = proposal.reasons.find((reason) => !isInadmissibleReason(reason))
  if (unknown !== undefined) return refuse('unknown-reason', { reason: unknown })
  const reasons = [...new Set(proposal.reasons.filter(isInadmissibleReason))]
  if (proposal.outcome === 'inadmissible' && reasons.length === 0) {
    return refuse('reason-required', {}, { reasons: 'errors.required' })
  }
  if (reasons.includes('other') && isBlank(proposal.comment ?? '')) {
    return refuse('comment-required', {}, { comment: 'errors.required' })
  }
  return ok(proposal.outcome === 'admissible' ? [] : reasons)
}

/**
 * Proposes admissible or inadmissible: one clerk, every line of the checklist answered, the outcome agreeing
 * with it, a refusal always reasoned in codes. It takes effect only when another clerk validates it.
 */
export function proposeScreening(
  facts: ScreeningFacts,
  actor: Actor,
  proposal: Proposal,
  now: Instant,
): Result<Settled<ScreeningDecision>, ProposeReason> {
  const { nomination, context, live } = facts
  if (context.campaign.phase !== 'screening') return refuse('wrong-phase', { phase: context.campaign.phase })
  if (nomination.state !== 'submitted') return refuse('wrong-state', { state: nomination.state })
  if (live?.state === 'proposed') return refuse('already-proposed', { by: live.proposedBy })
  if (facts.categoryAsked) return refuse('category-open')
  const reasons = outcomeRefusal(facts, proposal)
  if (!reasons.ok) return reasons
  const comment = cleanText(proposal.comment ?? '', 'prose')
  if (!comment.ok) return refuse('unreadable-text', {}, { comment: 'errors.control' })
  const decision: ScreeningDecision = {
    id: proposal.id,
    nominationId: nomination.id,
    outcome: proposal.outcome,
    reasons: reasons.value,
    comment: isBlank(comment.value) ? null : comment.value,
    state: 'proposed',
    proposedBy: actor.personId,
    proposedAt: now,
    settledBy: null,
    settledAt: null,
  }
  const others = context.secretariat.filter((personId) => personId !== actor.personId)
  return ok({
    decision,
    entry: entryOf('screeningProposed', nomination, { outcome: decision.outcome, reasons: decision.reasons }),
    notices: notify('screening-to-validate', others, nomination.campaignId, {
      reference: nomination.reference,
      nominationId: nomination.id,
    }),
  })
}

function secondHand(
  { context, live }: ScreeningFacts,
  actor: Actor,
): Result<ScreeningDecision, SettleReason> {
  if (context.campaign.phase !== 'screening') return refuse('wrong-phase', { phase: context.campaign.phase })
  if (live === null || live.state !== 'proposed') return refuse('not-proposed')
  return live.proposedBy === actor.personId ? refuse('own-proposal') : ok(live)
}

/** Validates a colleague's proposal: the nomination becomes admissible or inadmissible and its team is told. */
export function validateScreening(
  facts: ScreeningFacts,
  actor: Actor,
  appealUntil: Instant,
  now: Instant,
): Result<Settled<ScreeningDecision> & Pick<Changed, 'nomination'>, SettleReason> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  const { outcome, reasons } = proposed.value
  const moved = transition(facts.nomination, outcome === 'admissible' ? 'admit' : 'reject')
  if (!moved.ok) return moved
  const nomination = moved.value
  const told = { reference: nomination.reference, title: titleText(nomination), nominationId: nomination.id }
  return ok({
    nomination,
    decision: { ...proposed.value, state: 'validated', settledBy: actor.personId, settledAt: now },
    entry: entryOf('screeningValidated', nomination, {
      outcome,
      reasons,
      proposedBy: proposed.value.proposedBy,
    }),
    notices:
      outcome === 'admissible'
        ? notify('admissible', facts.context.team, nomination.campaignId, told)
        : notify('inadmissible', facts.context.team, nomination.campaignId, {
            ...told,
            reasons,
            appealUntil,
          }),
  })
}

/** Sends a proposal back to the clerk who made it, with a note; the file is undecided again. */
export function returnScreening(
  facts: ScreeningFacts,
  actor: Actor,
  note: string,
  now: Instant,
): Result<Settled<ScreeningDecision>, SettleReason> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  const text = cleanText(note, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { note: 'errors.control' })
  if (isBlank(text.value)) return refuse('note-required', {}, { note: 'errors.required' })
  const { nomination } = facts
  return ok({
    decision: { ...proposed.value, state: 'returned', settledBy: actor.personId, settledAt: now },
    entry: entryOf('screeningReturned', nomination, { proposedBy: proposed.value.proposedBy }),
    notices: notify('screening-returned', [proposed.value.proposedBy], nomination.campaignId, {
      reference: nomination.reference,
      nominationId: nomination.id,
      note: text.value,
    }),
  })
}
