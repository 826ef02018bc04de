import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf, titleText, transition } from './nomination.ts'
import { incomplete } from './submit-nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'
import type { SubmitFacts } from './submit-nomination.ts'

export type VisaReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-phase'
  | 'wrong-state'
  | 'deadline-passed'
  | 'waited-too-long'
  | 'incomplete'
  | 'no-signatory'

/**
 * Asks the signatory for the visa and freezes the dossier: nobody writes until it is given or called back.
 * Refuses an incomplete dossier and an administration without signatory, so that no request waits for nobody.
 */
export function requestVisa(
  facts: Pick<SubmitFacts, 'nomination' | 'context' | 'form' | 'answers' | 'evidence' | 'limits'>,
  actor: Actor,
  now: Instant,
): Result<Changed, VisaReason> {
  const { nomination, context } = facts
  const acting = actingFor(nomination, actor, false)
  if (!acting.ok) return acting
  if (context.campaign.phase !== 'nominations')
    return refuse('wrong-phase', { phase: context.campaign.phase })
  const timely = inTime(now, now, context.campaign.closesAt)
  if (!timely.ok) return timely
  const moved = transition(nomination, 'requestVisa', {
    visaRequestedBy: actor.personId,
    visaRequestedAt: now,
  })
  if (!moved.ok) return moved
  const lacking = incomplete(facts)
  if (lacking !== null) return lacking
  if (context.signatories.length === 0) return refuse('no-signatory')
  return ok({
    nomination: moved.value,
    entry: entryOf('visaRequested', moved.value),
    notices: notify('visa-requested', context.signatories, nomination.campaignId, {
      title: titleText(nomination),
      administration: nomination.administrationId,
      nominationId: nomination.id,
      closesAt: context.campaign.closesAt,
    }),
  })
}

/** Calls the request back: the dossier is a draft again. Any member of the team may; the signatory so refuses. */
export function cancelVisa(
  nomination: Nomination,
  context: NominationContext,
  actor: Actor,
): Result<Changed, VisaReason> {
  const acting = actingFor(nomination, actor, false)
  if (!acting.ok) return acting
  if (context.campaign.phase !== 'nominations')
    return refuse('wrong-phase', { phase: context.campaign.phase })
  const moved = transition(nomination, 'cancelVisa', { visaRequestedBy: null, visaRequestedAt: null })
  if (!moved.ok) return moved
  return ok({
    nomination: moved.value,
    entry: entryOf('visaCancelled', moved.value),
    notices: notify('visa-cancelled', context.team, nomination.campaignId, {
      title: titleText(nomination),
      nominationId: nomination.id,
    }),
  })
}
