import { storeGrant } from '#app/adapters/db/grants.ts'
import { findCampaignName } from '#app/adapters/db/invitations.ts'
import { loadRights, lockAccount } from '#app/adapters/db/people.ts'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { handsIn, mayHold } from '#app/domain/access/separation.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { type OfficePermitReason, permitOffice } from './office-permit.ts'

export type GrantReason =
  OfficePermitReason | 'not-found' | 'account-disabled' | 'separate-hands' | 'already-held'

/** Gives a person an office role of one campaign (or the installation). No account gets two separate hands of a campaign. */
export const grantRole = (
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string; readonly role: OfficeRole; readonly campaignId: string | null },
): Promise<Result<Act<{ readonly grantId: string }>, GrantReason>> =>
  run(ctx, actor, { db: 'office', role: 'office' }, async ({ tx, now }) => {
    const permit = permitOffice(actor, 'role.grant', input)
    if (!permit.ok) return permit
    const { personId, role, campaignId } = input
    const account = await lockAccount(tx, personId)
    if (!account || (campaignId !== null && !(await findCampaignName(tx, campaignId))))
      return refuse('not-found')
    if (account.disabled) return refuse('account-disabled')
    if (campaignId !== null && role !== 'administrator') {
      const apart = mayHold(handsIn(await loadRights(tx, personId), campaignId), role)
      if (!apart.ok) return apart
    }
    const grantId = ctx.ids.rowId()
    const stored = await storeGrant(
      tx,
      { id: grantId, personId, role, campaignId, grantedBy: actor.personId },
      now,
    )
    if (!stored) return refuse('already-held')
    return ok({
      grantId,
      entries: [
        {
          act: 'roleGranted',
          subject: { type: 'role_grant', id: grantId },
          campaignId,
          facts: { role, personId },
        },
      ],
      notices: [
        { name: 'security-alert', to: { personId }, campaignId, facts: { event: 'role-granted', at: now } },
      ],
    })
  })
