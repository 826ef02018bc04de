import { ok, refuse } from '../kernel/result.ts'
import { isBefore } from '../campaign/phase.ts'
import { notify } from '../notice/notice.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf, titleText, transition } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

export type WithdrawReason = 'not-mandated' | 'not-signatory' | 'wrong-state' | 'wrong-phase'
export type ResubmitReason = WithdrawReason | 'deadline-passed' | 'waited-too-long'

/**
 * Withdraws a nomination: by the signatory, at any time before the deliberation. Deposited versions stay on
 * record; jurors lose the file at once.
 */
export function withdrawNomination(
  nomination: Nomination,
  context: NominationContext,
  actor: Actor,
  now: Instant,
): Result<Changed, WithdrawReason> {
  const acting = actingFor(nomination, actor, true)
  if (!acting.ok) return acting
  const { phase } = context.campaign
  if (phase === 'preparation' || !isBefore(phase, 'deliberation')) return refuse('wrong-phase', { phase })
  const moved = transition(nomination, 'withdraw', {
    withdrawnAt: now,
    visaRequestedBy: null,
    visaRequestedAt: null,
  })
  if (!moved.ok) return moved
  const told = { reference: nomination.reference, title: titleText(nomination), nominationId: nomination.id }
  const deposited = nomination.depositedVersions > 0
  return ok({
    nomination: moved.value,
    entry: entryOf('nominationWithdrawn', moved.value, { from: nomination.state }),
    notices: notify(
      'nomination-withdrawn',
      [...context.team, ...(deposited ? context.secretariat : [])],
      nomination.campaignId,
      told,
    ),
  })
}

/**
 * Takes a withdrawn nomination up again as a draft, with every text and every earlier version, until the closing.
 * It competes again only once it has a new visa.
 */
export function resubmitNomination(
  nomination: Nomination,
  context: NominationContext,
  actor: Actor,
  now: Instant,
): Result<Changed, ResubmitReason> {
  const acting = actingFor(nomination, actor, false)
  if (!acting.ok) return acting
  if (context.campaign.phase !== 'nominations')
    return refuse('wrong-phase', { phase: context.campaign.phase })
  const timely = inTime(now, now, context.campaign.closesAt)
  if (!timely.ok) return timely
  const moved = transition(nomination, 'resubmit', { withdrawnAt: null, submittedAt: null })
  if (!moved.ok) return moved
  return ok({ nomination: moved.value, entry: entryOf('nominationResumed', moved.value), notices: [] })
}
