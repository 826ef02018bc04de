import type { OfficeRole } from '#app/domain/access/actor.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

export type Grant = {
  readonly id: string
  readonly personId: string
  readonly role: OfficeRole
  readonly campaignId: string | null
}

/** A live grant, locked. */
export async function lockGrant(tx: Tx, grantId: string): Promise<Grant | null> {
  const [row] = await tx.$queryRaw<
    { id: string; person_id: string; role: string; campaign_id: string | null }[]
  >`
    SELECT id, person_id, role, campaign_id FROM role_grant WHERE id = ${grantId}::uuid AND revoked_at IS NULL FOR UPDATE`
  return row
    ? { id: row.id, personId: row.person_id, role: row.role as OfficeRole, campaignId: row.campaign_id }
    : null
}

/** False when the person already holds it: the live index lets one through. */
export async function storeGrant(
  tx: Tx,
  grant: Grant & { readonly grantedBy: string },
  now: Instant,
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO role_grant (id, person_id, role, campaign_id, granted_at, granted_by)
    VALUES (${grant.id}::uuid, ${grant.personId}::uuid, ${grant.role}, ${grant.campaignId}::uuid, ${toDate(now)}, ${grant.grantedBy}::uuid)
    ON CONFLICT (person_id, campaign_id, role) WHERE revoked_at IS NULL DO NOTHING`
  return made === 1
}

export async function storeRevocation(tx: Tx, grantId: string, now: Instant): Promise<void> {
  await tx.roleGrant.update({
    where: { id: grantId },
    data: { revokedAt: toDate(now) },
    select: { id: true },
  })
}

/** Administrators whose account is open; their rows are locked so that the last two cannot leave at once. */
export async function lockAdministrators(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    SELECT g.person_id FROM role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.role = 'administrator' AND g.revoked_at IS NULL AND p.disabled_at IS NULL
    ORDER BY g.id FOR UPDATE OF g`
  return rows.map((row) => row.person_id)
}

const holdersOf = async (
  client: Client | Tx,
  campaignId: string,
  roles: readonly OfficeRole[],
): Promise<readonly string[]> => {
  const rows = await client.roleGrant.findMany({
    where: { campaignId, role: { in: [...roles] }, revokedAt: null, person: { disabledAt: null } },
    select: { personId: true },
  })
  return [...new Set(rows.map((row) => row.personId))]
}

/** Who is told what concerns the campaign as a whole: its organisers. */
export const organisersOf = (client: Client | Tx, campaignId: string): Promise<readonly string[]> =>
  holdersOf(client, campaignId, ['organiser'])

/** Who invites to a seat and promotes its alternate: the organisers and the secretariat of the campaign. */
export const seatersOf = (client: Client | Tx, campaignId: string): Promise<readonly string[]> =>
  holdersOf(client, campaignId, ['organiser', 'secretariat'])
