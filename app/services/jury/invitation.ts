import { storeInvitation, storeSeatToken } from '#app/adapters/db/seat-invitations.ts'
import { loadInvitee, type Named, personKey, type SeatFacts } from '#app/adapters/db/seats.ts'
import { inviteToSeat } from '#app/domain/jury/panel.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { inTwoLanguages } from '#app/services/in-two-languages.ts'
import type { Act, Unit } from '#app/services/run.ts'

/** The seat as its page showed it. */
export type SeenSeat = { readonly seatId: string; readonly version: number }
export type LinkTo = (locale: Locale, token: string) => string
export const INVITATION_DAYS = 14

/** Asks `holder` to sit: the domain decides, the link is stored as its digest, and the letter goes to the outbox. */
export async function askToSit(
  ctx: Context,
  { tx, now }: Unit,
  facts: SeatFacts,
  asked: { readonly holder: Named; readonly alternate: Named | null; readonly linkTo?: LinkTo | undefined },
): Promise<Result<Act<{ readonly seatId: string }>>> {
  const { seat } = facts
  const { holder, alternate } = asked
  const invitee = await loadInvitee(tx, seat.campaignId, holder.email)
  const rules = {
    seat,
    seatedPersonIds: facts.seatedKeys,
    competingMandates: invitee.competingMandates,
    otherHands: invitee.otherHands,
  }
  const decision = inviteToSeat(rules, 'holder', personKey(invitee.personId, holder.email), now)
  if (!decision.ok) return decision
  const expiresAt: Instant = instant(now + INVITATION_DAYS * 86_400_000)
  const { token, digest } = ctx.crypto.newToken()
  await storeInvitation(tx, seat.id, { holder, alternate, at: now })
  await storeSeatToken(tx, {
    id: ctx.ids.rowId(),
    digest,
    email: holder.email,
    personId: invitee.personId,
    seatId: seat.id,
    at: now,
    expiresAt,
  })
  const { locale } = invitee
  const told = {
    ...inTwoLanguages('campaign', facts.campaignName),
    ...inTwoLanguages('seat', facts.label),
    token,
    expiresAt,
    ...(asked.linkTo ? { link: asked.linkTo(locale, token) } : {}),
  }
  const to = invitee.personId ? { personId: invitee.personId } : { email: holder.email, locale }
  const { entry } = decision.value
  const hidden = { ...entry, facts: { ...entry.facts, personId: ctx.crypto.hmac('seat', holder.email) } }
  return ok({
    seatId: seat.id,
    entries: [hidden],
    notices: [{ name: 'invitation-seat', to, campaignId: seat.campaignId, facts: told }],
  })
}
