import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { BundleFile } from '#app/domain/results/bundle.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export type PublishedSnapshot = {
  readonly id: string
  readonly number: number
  readonly document: Snapshot
  readonly hash: string
  readonly publishedAt: Instant
}

export async function insertSnapshot(
  tx: Tx,
  snapshot: {
    readonly id: string
    readonly campaignId: string
    readonly document: Snapshot
    readonly hash: string
    readonly at: Instant
    readonly files: readonly (BundleFile & { readonly sha256: string })[]
  },
): Promise<void> {
  const { id, campaignId, hash, document, files } = snapshot
  const number = (await tx.snapshot.count({ where: { campaignId } })) + 1
  const row = { id, campaignId, number, hash, publishedAt: toDate(snapshot.at) }
  await tx.snapshot.create({
    data: { ...row, document: document as unknown as Prisma.InputJsonValue },
    select: { id: true },
  })
  await tx.bundleFile.createMany({
    data: files.map(({ name, content, sha256 }) => ({ snapshotId: id, name, content, sha256 })),
  })
}

/** The newest snapshot of a campaign: the only thing that public pages of a result read. */
export async function loadSnapshot(
  client: Client | Tx,
  campaignId: string,
): Promise<PublishedSnapshot | null> {
  const row = await client.snapshot.findFirst({
    where: { campaignId },
    select: { id: true, number: true, document: true, hash: true, publishedAt: true },
    orderBy: { number: 'desc' },
  })
  if (!row) return null
  return { ...row, document: row.document as unknown as Snapshot, publishedAt: instantOf(row.publishedAt) }
}

/** The files of the bundle published with a snapshot, in the order of their names. */
export const loadBundleFiles = (client: Client | Tx, snapshotId: string): Promise<readonly BundleFile[]> =>
  client.bundleFile.findMany({
    where: { snapshotId },
    select: { name: true, content: true },
    orderBy: { name: 'asc' },
  })
