import { findCampaignName } from '#app/adapters/db/invitations.ts'
import { storeLink } from '#app/adapters/db/tokens.ts'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { type Act, run } from '../run.ts'
import { type OfficePermitReason, permitOffice } from './office-permit.ts'

const SEVEN_DAYS = 7 * 86_400_000

export type OfficeInvitation = {
  readonly email: string
  readonly role: OfficeRole
  readonly campaignId: string | null
  readonly locale: Locale
}

/**
 * Sends an invitation to an office role. The answer is the same whether the address has an account; what it gives is
 * fixed now, and separation is checked again when it is taken up.
 */
export const inviteOfficePerson = (
  ctx: Context,
  actor: Actor,
  input: OfficeInvitation,
): Promise<Result<Act<{ readonly linkId: string }>, OfficePermitReason | 'not-found'>> => {
  const { token, digest } = ctx.crypto.newToken()
  return run(ctx, actor, { db: 'office', role: 'office' }, async ({ tx, now }) => {
    const { email, role, campaignId, locale } = input
    const permit = permitOffice(actor, 'role.grant', { role, campaignId, personId: null })
    if (!permit.ok) return permit
    const campaign = campaignId === null ? null : await findCampaignName(tx, campaignId)
    if (campaignId !== null && !campaign) return refuse('not-found')
    const id = ctx.ids.rowId()
    const expiresAt = instant(now + SEVEN_DAYS)
    const payload = { role, campaignId, invitedBy: actor.personId }
    await storeLink(
      tx,
      { id, digest, kind: 'invitation-office', email, personId: null, payload, expiresAt },
      now,
    )
    // A campaign is read by its id; an office of no one campaign is of the award.
    const award = inTwoLanguages('campaign', campaign?.awardName ?? { ar: 'امتياز', fr: 'Imtiyaz' })
    const facts = { ...award, role, token, expiresAt }
    return ok({
      linkId: id,
      entries: [
        {
          act: 'officePersonInvited',
          subject: { type: 'one_time_token', id },
          campaignId,
          facts: { role, address: ctx.crypto.hmac('address', email) },
        },
      ],
      notices: [{ name: 'invitation-office', to: { email, locale }, campaignId, facts }],
    })
  })
}
