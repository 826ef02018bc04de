import type { OfficeRole } from '#app/domain/access/actor.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** The grant that comes with preparing a campaign: by the person, for the person. */
export async function insertGrant(
  tx: Tx,
  ids: { readonly rowId: () => string },
  grant: {
    readonly personId: string
    readonly role: OfficeRole
    readonly campaignId: string
    readonly now: Instant
  },
): Promise<void> {
  await tx.roleGrant.create({
    data: {
      id: ids.rowId(),
      personId: grant.personId,
      role: grant.role,
      campaignId: grant.campaignId,
      grantedAt: toDate(grant.now),
      grantedBy: grant.personId,
    },
  })
}
