import type { Client } from '#app/adapters/db/client.server.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

/** Whose award this is: the organiser of the newest edition that is not in preparation. */
export async function siteOrganiser(db: Client): Promise<Localized | null> {
  const row = await db.campaign.findFirst({
    where: { phase: { not: 'preparation' } },
    orderBy: [{ year: 'desc' }, { opensAt: 'desc' }],
    select: { organiser: true },
  })
  return row ? (row.organiser as Localized) : null
}
