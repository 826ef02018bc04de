import type { Db } from '#app/adapters/db/client.server.ts'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'

export type OfficeScreen = {
  readonly campaign: { readonly id: string; readonly year: number; readonly awardName: Localized }
  readonly people: readonly {
    readonly grantId: string
    readonly role: OfficeRole
    readonly name: string
    readonly email: string
  }[]
  readonly invited: readonly {
    readonly id: string
    readonly email: string
    readonly role: string
    readonly expiresAt: Instant
  }[]
}

/** Who works for one campaign, and who is asked to. Three statements. */
export async function campaignOffice(
  db: Db,
  actor: Actor,
  campaignId: string,
): Promise<Result<OfficeScreen, DenialReason | 'not-found'>> {
  const permit = decide(actor, 'role.grant', { campaignId, phase: null })
  if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
  const campaign = await db.office.campaign.findUnique({
    where: { id: campaignId },
    select: { id: true, year: true, awardName: true },
  })
  if (!campaign) return refuse('not-found')
  const [grants, links] = await Promise.all([
    db.office.roleGrant.findMany({
      where: { campaignId, revokedAt: null },
      select: { id: true, role: true, person: { select: { name: true, email: true } } },
      orderBy: [{ role: 'asc' }, { grantedAt: 'asc' }],
      take: 200,
    }),
    db.office.oneTimeToken.findMany({
      where: {
        kind: 'invitation-office',
        usedAt: null,
        expiresAt: { gt: toDate(await awardNow(db.office)) },
        payload: { path: ['campaignId'], equals: campaignId },
      },
      select: { id: true, email: true, payload: true, expiresAt: true },
      orderBy: { createdAt: 'asc' },
      take: 200,
    }),
  ])
  return ok({
    campaign: { id: campaign.id, year: campaign.year, awardName: campaign.awardName as Localized },
    people: grants.map(({ id, role, person }) => ({
      grantId: id,
      role: role as OfficeRole,
      name: person.name,
      email: person.email,
    })),
    invited: links.map(({ id, email, payload, expiresAt }) => ({
      id,
      email,
      role: String((payload as { role?: unknown }).role),
      expiresAt: instantOf(expiresAt),
    })),
  })
}
