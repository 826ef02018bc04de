import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import type { MandateRole } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { AdministrationState } from './administration.ts'

export const MANDATE_STATES = ['requested', 'granted', 'refused', 'revoked'] as const
export type MandateState = (typeof MANDATE_STATES)[number]

/** A person acts for an administration as editor or signatory, from and until. */
export type Mandate = {
  readonly id: string
  readonly personId: string
  readonly administrationId: string
  readonly role: MandateRole
  readonly state: MandateState
  readonly requestedAt: Instant
  readonly grantedAt: Instant | null
  readonly grantedBy: string | null
  readonly expiresAt: Instant | null
  readonly revokedAt: Instant | null
}

/** Granted, not revoked, not expired: half-open, dead at the very instant of expiry. */
export const isLive = (mandate: Mandate, now: Instant): boolean =>
  mandate.state === 'granted' && (mandate.expiresAt === null || now < mandate.expiresAt)

/** The seats a person holds, with the administrations that compete in the same campaign. */
export type SeatConflictFacts = {
  readonly seats: readonly { readonly campaignId: string; readonly competing: readonly string[] }[]
}
export type Changed = {
  readonly mandate: Mandate
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type RequestReason = 'administration-closed' | 'already-mandated'
export type ApproveReason = 'not-requested' | 'own-request' | 'juror-of-same-campaign' | 'expiry-in-the-past'
export type RevokeReason = 'not-live'

const entryFor = (act: Act, mandate: Mandate): EntryDraft => ({
  act,
  subject: { type: 'mandate', id: mandate.id },
  campaignId: null,
  facts: { administrationId: mandate.administrationId, role: mandate.role },
})

/** Asks for a mandate. Refuses a closed administration and a role already asked for or held by that person. */
export function requestMandate(
  asked: Pick<Mandate, 'id' | 'personId' | 'administrationId' | 'role'>,
  administration: { readonly state: AdministrationState },
  existing: readonly Mandate[],
  approvers: readonly string[],
  now: Instant,
): Result<Changed, RequestReason> {
  if (administration.state === 'closed') return refuse('administration-closed')
  const same = existing.some(
    (other) =>
      other.personId === asked.personId &&
      other.administrationId === asked.administrationId &&
      other.role === asked.role &&
      (other.state === 'requested' || isLive(other, now)),
  )
  if (same) return refuse('already-mandated', { role: asked.role })
  const mandate: Mandate = {
    ...asked,
    state: 'requested',
    requestedAt: now,
    grantedAt: null,
    grantedBy: null,
    expiresAt: null,
    revokedAt: null,
  }
  return ok({
    mandate,
    entry: entryFor('mandateRequested', mandate),
    notices: notify('mandate-requested', approvers, null, {
      administration: asked.administrationId,
      role: asked.role,
    }),
  })
}

/**
 * Whether a person who holds these seats may act for the administration: nobody is juror of a campaign in which
 * an administration they act for competes (product.md section 5). Names the campaign when not.
 */
export function seatConflict(administrationId: string, facts: SeatConflictFacts): string | null {
  return facts.seats.find(({ competing }) => competing.includes(administrationId))?.campaignId ?? null
}

/** Grants a requested mandate until `expiresAt` (null: until revoked). Nobody approves their own request. */
export function approveMandate(
  mandate: Mandate,
  approverId: string,
  expiresAt: Instant | null,
  facts: SeatConflictFacts,
  now: Instant,
): Result<Changed, ApproveReason> {
  if (mandate.state !== 'requested') return refuse('not-requested', { state: mandate.state })
  if (mandate.personId === approverId) return refuse('own-request')
  if (expiresAt !== null && expiresAt <= now) {
    return refuse('expiry-in-the-past', {}, { expiresAt: 'errors.dateFuture' })
  }
  const campaignId = seatConflict(mandate.administrationId, facts)
  if (campaignId !== null) return refuse('juror-of-same-campaign', { campaignId })
  const granted: Mandate = { ...mandate, state: 'granted', grantedAt: now, grantedBy: approverId, expiresAt }
  return ok({
    mandate: granted,
    entry: entryFor('mandateGranted', granted),
    notices: notify('mandate-granted', [mandate.personId], null, {
      administration: mandate.administrationId,
      role: mandate.role,
      ...(expiresAt === null ? {} : { until: expiresAt }),
    }),
  })
}

/** Ends a live mandate at once; the person's next request finds nothing. A requested one ends as refused. */
export function revokeMandate(mandate: Mandate, now: Instant): Result<Changed, RevokeReason> {
  const asked = mandate.state === 'requested'
  if (!asked && !isLive(mandate, now)) return refuse('not-live', { state: mandate.state })
  const ended: Mandate = { ...mandate, state: asked ? 'refused' : 'revoked', revokedAt: now }
  return ok({
    mandate: ended,
    entry: entryFor(asked ? 'mandateRefused' : 'mandateRevoked', ended),
    notices: notify('mandate-revoked', [mandate.personId], null, {
      administration: mandate.administrationId,
      role: mandate.role,
    }),
  })
}

/** The same incompatibility seen from the jury: may a person with these mandates take a seat? */
export function mayTakeSeat(
  mandates: readonly Mandate[],
  competing: readonly string[],
  now: Instant,
): Result<true, 'mandate-of-competing-administration'> {
  const found = mandates.find(
    (mandate) => isLive(mandate, now) && competing.includes(mandate.administrationId),
  )
  return found === undefined
    ? ok(true)
    : refuse('mandate-of-competing-administration', { administrationId: found.administrationId })
}
