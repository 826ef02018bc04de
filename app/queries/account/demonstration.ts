import type { Db } from '#app/adapters/db/client.server.ts'
import type { OfficeRole, SeatRole } from '#app/domain/access/actor.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

type Held = { readonly role: string; readonly year: number | null; readonly of: Localized | null }
export type InventedPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly held: readonly Held[]
}

/** The invented people with what each one holds: one statement. */
export async function inventedPeople(db: Db): Promise<readonly InventedPerson[]> {
  const people = await db.applicant.person.findMany({
    where: { demonstration: true, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      grants: {
        where: { revokedAt: null },
        select: { role: true, campaign: { select: { year: true, awardName: true } } },
      },
      seats: {
        where: { state: { in: ['invited', 'accepted'] } },
        select: { role: true, campaign: { select: { year: true, awardName: true } } },
      },
      mandates: {
        where: { state: 'active' },
        select: { role: true, administration: { select: { name: true } } },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return people.map(({ id, name, email, grants, seats, mandates }) => ({
    id,
    name,
    email,
    held: [
      ...grants.map((grant) => ({
        role: grant.role as OfficeRole,
        year: grant.campaign?.year ?? null,
        of: null,
      })),
      ...seats.map((seat) => ({ role: seat.role as SeatRole, year: seat.campaign.year, of: null })),
      ...mandates.map((mandate) => ({
        role: mandate.role,
        year: null,
        of: mandate.administration.name as Localized,
      })),
    ],
  }))
}
