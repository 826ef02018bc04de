import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import type { Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

type Names = { readonly rowId: () => string }
export type ArchivedRows = {
  readonly slug: string
  readonly snapshot: Snapshot
  readonly hash: string
  readonly now: Instant
}

/** Whether the edition is in the archive already, or something else has taken its address. */
export async function isTaken(tx: Tx, id: string, slug: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(20051, 1)`
  return (await tx.campaign.count({ where: { OR: [{ id }, { slug }] } })) > 0
}

/** The archived campaign, its categories and prizes, and the snapshot that the public pages read. */
export async function insertArchived(
  tx: Tx,
  ids: Names,
  { slug, snapshot, hash, now }: ArchivedRows,
): Promise<void> {
  const { campaign, categories } = snapshot
  const at = toDate(now)
  await tx.campaign.create({
    data: {
      id: campaign.id,
      year: campaign.year,
      slug,
      editionNumber: campaign.editionNumber,
      ceremonyDate: campaign.ceremonyDate === null ? null : new Date(`${campaign.ceremonyDate}T00:00:00Z`),
      awardName: campaign.awardName,
      organiser: campaign.organiser,
      phase: 'archived',
      phaseSince: at,
      candidates: snapshot.figures.nominations,
      archived: true,
      sources: snapshot.sources as unknown as Prisma.InputJsonValue,
      createdAt: at,
    },
  })
  for (const [position, category] of categories.entries()) {
    const categoryId = ids.rowId()
    const { code, name } = category
    await tx.category.create({ data: { id: categoryId, campaignId: campaign.id, code, name, position } })
    await tx.prizeSlot.createMany({
      data: category.slots.map((slot, place) => ({
        id: ids.rowId(),
        categoryId,
        code: slot.code,
        type: slot.type,
        label: slot.label,
        position: place,
      })),
    })
  }
  await tx.snapshot.create({
    data: {
      id: ids.rowId(),
      campaignId: campaign.id,
      number: 1,
      document: snapshot as unknown as Prisma.InputJsonValue,
      hash,
      publishedAt: at,
    },
  })
}
