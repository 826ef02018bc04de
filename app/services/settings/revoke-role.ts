import { lockAdministrators, lockGrant, storeRevocation } from '#app/adapters/db/grants.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'
import { type OfficePermitReason, permitOffice } from './office-permit.ts'

export type RevokeReason = OfficePermitReason | 'not-found' | 'last-administrator'

/** Takes an office role back. It counts from the next request on, since rights are read for each (T12). */
export const revokeRole = (
  ctx: Context,
  actor: Actor,
  input: { readonly grantId: string },
): Promise<Result<Trace, RevokeReason>> =>
  run(ctx, actor, { db: 'office', role: 'office' }, async ({ tx, now }) => {
    const administrators = await lockAdministrators(tx)
    const grant = await lockGrant(tx, input.grantId)
    if (!grant) return refuse('not-found')
    const permit = permitOffice(actor, 'role.revoke', grant)
    if (!permit.ok) return permit
    if (grant.role === 'administrator' && administrators.length < 2) return refuse('last-administrator')
    await storeRevocation(tx, grant.id, now)
    const { personId, role, campaignId } = grant
    return ok({
      entries: [
        {
          act: 'roleRevoked',
          subject: { type: 'role_grant', id: grant.id },
          campaignId,
          facts: { role, personId },
        },
      ],
      notices: [
        { name: 'security-alert', to: { personId }, campaignId, facts: { event: 'role-revoked', at: now } },
      ],
    })
  })
