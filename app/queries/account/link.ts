import type { Db } from '#app/adapters/db/client.server.ts'
import { findCampaignName, findSeatAsked } from '#app/adapters/db/invitations.ts'
import { findAccountByEmail } from '#app/adapters/db/people.ts'
import { findLink, type OneTimeLink, type TokenKind } from '#app/adapters/db/tokens.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

const liveLink = async (db: Db, digest: string, kinds: readonly TokenKind[]): Promise<OneTimeLink | null> => {
  const link = await findLink(db.applicant, digest, await awardNow(db.applicant))
  return link && kinds.includes(link.kind) ? link : null
}

/** Whether a mailed link of this kind still opens. Looking uses nothing up. */
export const isLinkAlive = async (db: Db, digest: string, kind: TokenKind): Promise<boolean> =>
  (await liveLink(db, digest, [kind])) !== null

export type InvitationScreen = {
  readonly kind: 'office' | 'seat'
  readonly email: string
  readonly role: string
  readonly campaign: { readonly awardName: Localized; readonly year: number } | null
  readonly seat: Localized | null
  readonly expiresAt: Instant
  /** What the one who holds the link must do first. */
  readonly way: 'accept' | 'join' | 'sign-in' | 'other-account'
}

/** What an invitation offers, and how it is taken up by whoever is (or is not) signed in. Null when it opens no more. */
export async function showInvitation(
  db: Db,
  digest: string,
  signedInAs: string | null,
): Promise<InvitationScreen | null> {
  const link = await liveLink(db, digest, ['invitation-office', 'invitation-seat'])
  if (!link) return null
  const seatId = link.payload.seatId
  const seat = typeof seatId === 'string' ? await findSeatAsked(db.applicant, seatId) : null
  if (link.kind === 'invitation-seat' && (seat?.state !== 'invited' || seat.inviteeEmail !== link.email))
    return null
  const campaignId = seat?.campaignId ?? link.payload.campaignId
  const campaign = typeof campaignId === 'string' ? await findCampaignName(db.applicant, campaignId) : null
  const account = await findAccountByEmail(db.applicant, link.email)
  return {
    kind: seat ? 'seat' : 'office',
    email: link.email,
    role: seat?.role ?? String(link.payload.role),
    campaign: campaign ? { awardName: campaign.awardName, year: campaign.year } : null,
    seat: seat?.label ?? null,
    expiresAt: link.expiresAt,
    way: wayOf(link.email, signedInAs, account?.emailVerified === true),
  }
}

function wayOf(email: string, signedInAs: string | null, hasAccount: boolean): InvitationScreen['way'] {
  if (signedInAs !== null) return signedInAs === email ? 'accept' : 'other-account'
  return hasAccount ? 'sign-in' : 'join'
}
