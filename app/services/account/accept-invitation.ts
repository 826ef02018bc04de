import { organisersOf, storeGrant } from '#app/adapters/db/grants.ts'
import {
  competingMandates,
  findCampaignName,
  lockSeatAsked,
  storeSeatAnswer,
} from '#app/adapters/db/invitations.ts'
import { loadRights, lockAccount } from '#app/adapters/db/people.ts'
import { lockLink, type OneTimeLink, spendLink } from '#app/adapters/db/tokens.ts'
import { type Actor, OFFICE_ROLES, type OfficeRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { type Hand, handsIn, mayHold } from '#app/domain/access/separation.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { run, type Trace, type Unit } from '../run.ts'

export type InvitationReason =
  | 'link-dead'
  | 'other-account'
  | 'own-grant'
  | 'separate-hands'
  | 'mandate-in-campaign'
  | 'already-seated'
  | 'already-held'
  | 'already-answered'
  | DenialReason

/**
 * Takes up an invitation as the signed-in person. It is bound to its address: another account is refused and the link
 * stays alive (T50). What it gives was fixed when it was issued.
 */
export const acceptInvitation = (
  ctx: Context,
  actor: Actor,
  input: { readonly token: string; readonly email: string },
): Promise<Result<Trace, InvitationReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async (unit) => {
    const link = await lockLink(unit.tx, ctx.crypto.tokenDigest(input.token), unit.now)
    if (!link) return refuse('link-dead')
    if (link.email !== input.email) return refuse('other-account')
    return takeUp(ctx, unit, actor, link)
  })

/** The invitation's effect, in a transaction that holds its lock. */
export async function takeUp(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  link: OneTimeLink,
): Promise<Result<Trace, InvitationReason>> {
  if (link.kind !== 'invitation-office' && link.kind !== 'invitation-seat') return refuse('link-dead')
  // The person's row is the lock under which hands are counted, here and in grant-role.
  if (!(await lockAccount(unit.tx, actor.personId))) return refuse('link-dead')
  const done =
    link.kind === 'invitation-office'
      ? await takeOffice(ctx, unit, actor, link)
      : await takeSeat(unit, actor, link)
  if (done.ok) await spendLink(unit.tx, link.id, unit.now)
  return done
}

const isOfficeRole = (value: unknown): value is OfficeRole => OFFICE_ROLES.some((role) => role === value)

async function takeOffice(
  ctx: Context,
  { tx, now }: Unit,
  actor: Actor,
  link: OneTimeLink,
): Promise<Result<Trace, InvitationReason>> {
  const { role, campaignId, invitedBy } = link.payload
  if (!isOfficeRole(role) || typeof invitedBy !== 'string') return refuse('link-dead')
  // As in grant-role: an administrator who invites the own address would reach dossiers that way.
  if (invitedBy === actor.personId) return refuse('own-grant')
  const of = typeof campaignId === 'string' ? campaignId : null
  if (of !== null && role !== 'administrator') {
    const apart = mayHold(handsIn(await loadRights(tx, actor.personId), of), role)
    if (!apart.ok) return apart
  }
  const id = ctx.ids.rowId()
  if (
    !(await storeGrant(tx, { id, personId: actor.personId, role, campaignId: of, grantedBy: invitedBy }, now))
  )
    return refuse('already-held')
  return ok({
    entries: [
      {
        act: 'invitationAccepted',
        subject: { type: 'role_grant', id },
        campaignId: of,
        facts: { role, personId: actor.personId },
      },
    ],
    notices: [],
  })
}

async function takeSeat(
  { tx, now }: Unit,
  actor: Actor,
  link: OneTimeLink,
): Promise<Result<Trace, InvitationReason>> {
  const seat = typeof link.payload.seatId === 'string' ? await lockSeatAsked(tx, link.payload.seatId) : null
  if (!seat || seat.inviteeEmail !== link.email) return refuse('link-dead')
  if (seat.state !== 'invited') return refuse('already-answered')
  const campaign = await findCampaignName(tx, seat.campaignId)
  const permit = decide(actor, 'seat.answer', {
    campaignId: seat.campaignId,
    phase: campaign?.phase ?? null,
    ownerId: actor.personId,
  })
  if (!permit.ok) return permit
  const hand: Hand = seat.role === 'deputy' ? 'chair' : seat.role
  const rights = await loadRights(tx, actor.personId)
  const apart = mayHold(handsIn(rights, seat.campaignId), hand)
  if (!apart.ok) return apart
  if (rights.seats.some((one) => one.campaignId === seat.campaignId && one.accepted))
    return refuse('already-seated')
  const administrations = await competingMandates(tx, actor.personId, seat.campaignId)
  if (administrations.length > 0) return refuse('mandate-in-campaign', { administrations })
  await storeSeatAnswer(tx, seat.id, { state: 'accepted', personId: actor.personId }, now)
  const told = await organisersOf(tx, seat.campaignId)
  const facts = {
    ...inTwoLanguages('campaign', campaign?.awardName ?? {}),
    ...inTwoLanguages('seat', seat.label),
    seatId: seat.id,
  }
  return ok({
    entries: [
      {
        act: 'seatAccepted',
        subject: { type: 'seat', id: seat.id },
        campaignId: seat.campaignId,
        facts: { code: seat.code, personId: actor.personId },
      },
    ],
    notices: told.map((personId) => ({
      name: 'seat-accepted',
      to: { personId },
      campaignId: seat.campaignId,
      facts,
    })),
  })
}
