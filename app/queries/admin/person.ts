import type { Db } from '#app/adapters/db/client.server.ts'
import { wallClock } from '#app/adapters/db/wall-clock.ts'
import type { Actor, OfficeRole, SeatRole } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { PersonRow } from './people.ts'

type CampaignShort = { readonly id: string; readonly year: number; readonly awardName: Localized }
export type PersonScreen = Omit<PersonRow, 'roles'> & {
  readonly own: boolean
  readonly verified: boolean
  readonly createdAt: Instant
  readonly liveSessions: number
  readonly grants: readonly {
    readonly id: string
    readonly role: OfficeRole
    readonly campaign: CampaignShort | null
  }[]
  readonly seats: readonly { readonly role: SeatRole; readonly campaign: CampaignShort }[]
  readonly campaigns: readonly CampaignShort[]
}
const short = (row: { id: string; year: number; awardName: unknown }): CampaignShort => ({
  id: row.id,
  year: row.year,
  awardName: row.awardName as Localized,
})
const NAMED = { id: true, year: true, awardName: true } as const

/** One account, for the administrator: what it is and what it holds, never what it reads. */
export async function person(
  db: Db,
  actor: Actor,
  id: string,
): Promise<Result<PersonScreen, DenialReason | 'not-found'>> {
  const permit = decide(actor, 'people.read', { campaignId: null, phase: null })
  if (!permit.ok) return permit
  const row = await db.office.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerifiedAt: true,
      totpEnrolledAt: true,
      disabledAt: true,
      createdAt: true,
      grants: {
        where: { revokedAt: null },
        select: { id: true, role: true, campaign: { select: NAMED } },
        orderBy: { grantedAt: 'asc' },
      },
      seats: { where: { state: 'accepted' }, select: { role: true, campaign: { select: NAMED } } },
      _count: {
        select: {
          sessions: { where: { endedAt: null, expiresAt: { gt: toDate(await wallClock(db.office)) } } },
        },
      },
    },
  })
  if (!row) return refuse('not-found')
  const campaigns = await db.office.campaign.findMany({
    where: { archived: false },
    select: NAMED,
    orderBy: { year: 'desc' },
    take: 20,
  })
  return ok({
    id: row.id,
    name: row.name,
    email: row.email,
    own: row.id === actor.personId,
    verified: row.emailVerifiedAt !== null,
    secondFactor: row.totpEnrolledAt !== null,
    disabled: row.disabledAt !== null,
    createdAt: instantOf(row.createdAt),
    liveSessions: row._count.sessions,
    grants: row.grants.map((grant) => ({
      id: grant.id,
      role: grant.role as OfficeRole,
      campaign: grant.campaign ? short(grant.campaign) : null,
    })),
    seats: row.seats.map((seat) => ({ role: seat.role as SeatRole, campaign: short(seat.campaign) })),
    campaigns: campaigns.map(short),
  })
}
