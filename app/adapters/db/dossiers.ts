import type { Phase } from '#app/domain/campaign/phase.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Nomination } from '#app/domain/nomination/nomination.ts'
import type { DossierContent, DossierVersion } from '#app/domain/nomination/revision.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

/** One frozen version without its content. */
export type VersionRow = Omit<DossierVersion, 'content'>

const columns = {
  id: true,
  number: true,
  kind: true,
  hash: true,
  receivedAt: true,
  nominationId: true,
  receiptNumber: true,
  signatoryId: true,
} as const

type Found = Omit<VersionRow, 'kind' | 'receivedAt'> & { kind: string; receivedAt: Date }
const versionOf = (row: Found): VersionRow => ({
  ...row,
  kind: row.kind as VersionRow['kind'],
  receivedAt: instantOf(row.receivedAt),
})

/** All frozen versions of a dossier, oldest first. */
export async function loadVersions(
  client: Client | Tx,
  nominationId: string,
): Promise<readonly VersionRow[]> {
  const rows = await client.dossierVersion.findMany({
    where: { nominationId },
    select: columns,
    orderBy: { number: 'asc' },
    take: 100,
  })
  return rows.map(versionOf)
}

export async function loadVersion(
  client: Client | Tx,
  nominationId: string,
  number: number,
): Promise<DossierVersion | null> {
  const row = await client.dossierVersion.findUnique({
    where: { nominationId_number: { nominationId, number } },
    select: { ...columns, content: true },
  })
  if (!row) return null
  const { content, ...rest } = row
  return { ...versionOf(rest), content: content as unknown as DossierContent }
}

/** Inserted once; the trigger refuses any later change. */
export async function insertVersion(tx: Tx, version: DossierVersion, createdAt: Instant): Promise<void> {
  await tx.dossierVersion.create({
    data: {
      id: version.id,
      nominationId: version.nominationId,
      number: version.number,
      kind: version.kind,
      content: version.content as unknown as Prisma.InputJsonValue,
      hash: version.hash,
      receivedAt: toDate(version.receivedAt),
      receiptNumber: version.receiptNumber,
      signatoryId: version.signatoryId,
      createdAt: toDate(createdAt),
    },
  })
}

/**
 * The next number of the campaign's receipts, taken under its row lock: a rollback gives it back, so no gap appears; and
 * the phase as it stands under that lock.
 */
export async function takeReceiptNumber(
  tx: Tx,
  campaignId: string,
): Promise<{ readonly taken: number; readonly phase: Phase }> {
  const [row] = await tx.$queryRaw<{ taken: number; phase: Phase }[]>`
    UPDATE campaign SET next_receipt = next_receipt + 1 WHERE id = ${campaignId}::uuid
    RETURNING next_receipt - 1 AS taken, phase`
  if (!row) throw new Error('the campaign is gone')
  return row
}

/**
 * The submitting statement (product.md section 4): the state and the version that were decided on, the deadline read
 * with the campaign's row locked FOR SHARE, and no more than five minutes since the request arrived, all at once.
 */
export async function storeSubmission(
  tx: Tx,
  nomination: Pick<Nomination, 'id' | 'version' | 'campaignId' | 'state'>,
  received: Instant,
): Promise<boolean> {
  const at = toDate(received)
  const count = await tx.$executeRaw`
    UPDATE nomination SET state = 'submitted', version = version + 1, submitted_at = ${at}, withdrawn_at = NULL
    WHERE id = ${nomination.id}::uuid AND state = ${nomination.state} AND version = ${nomination.version}
      AND (SELECT ${at} < closes_at FROM campaign WHERE id = ${nomination.campaignId}::uuid FOR SHARE)
      AND award_now() - ${at} <= interval '5 minutes'`
  return count === 1
}
