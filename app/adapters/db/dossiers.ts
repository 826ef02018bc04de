import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { JsonValue } from '#app/domain/audit/canonical-json.ts'
import type { Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export type VersionKind = 'submission' | 'completion'
/** One frozen version without its content. */
export type VersionRow = {
  readonly id: string
  readonly number: number
  readonly kind: VersionKind
  readonly hash: string
  readonly receivedAt: Instant
  readonly receiptNumber: string
  readonly signatoryId: string
}

const columns = {
  id: true,
  number: true,
  kind: true,
  hash: true,
  receivedAt: true,
  receiptNumber: true,
  signatoryId: true,
} as const

type Found = Omit<VersionRow, 'kind' | 'receivedAt'> & { kind: string; receivedAt: Date }
const versionOf = (row: Found): VersionRow => ({
  ...row,
  kind: row.kind as VersionKind,
  receivedAt: instantOf(row.receivedAt),
})

/** All frozen versions of a dossier, oldest first. */
export async function loadVersions(tx: Tx, nominationId: string): Promise<readonly VersionRow[]> {
  const rows = await tx.dossierVersion.findMany({
    where: { nominationId },
    select: columns,
    orderBy: { number: 'asc' },
    take: 100,
  })
  return rows.map(versionOf)
}

export async function loadVersion(
  tx: Tx,
  nominationId: string,
  number: number,
): Promise<(VersionRow & { readonly content: JsonValue }) | null> {
  const row = await tx.dossierVersion.findUnique({
    where: { nominationId_number: { nominationId, number } },
    select: { ...columns, content: true },
  })
  if (!row) return null
  const { content, ...rest } = row
  return { ...versionOf(rest), content: content as JsonValue }
}

export type NewVersion = VersionRow & {
  readonly nominationId: string
  readonly content: JsonValue
  readonly createdAt: Instant
}

/** Inserted once; the trigger refuses any later change. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx.dossierVersion.create({
    data: {
      id: version.id,
      nominationId: version.nominationId,
      number: version.number,
      kind: version.kind,
      content: version.content as Prisma.InputJsonValue,
      hash: version.hash,
      receivedAt: toDate(version.receivedAt),
      receiptNumber: version.receiptNumber,
      signatoryId: version.signatoryId,
      createdAt: toDate(version.createdAt),
    },
  })
}

/** The next number of the campaign's receipts, taken under its row lock: a rollback gives it back, so no gap appears. */
export async function takeReceiptNumber(tx: Tx, campaignId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ taken: number }[]>`
    UPDATE campaign SET next_receipt = next_receipt + 1 WHERE id = ${campaignId}::uuid RETURNING next_receipt - 1 AS taken`
  if (!row) throw new Error('the campaign is gone')
  return row.taken
}

/**
 * The submitting statement (product.md section 4): the state and the version that were decided on, the deadline read
 * with the campaign's row locked FOR SHARE, and no more than five minutes since the request arrived, all at once.
 */
export async function storeSubmission(
  tx: Tx,
  nomination: { readonly id: string; readonly version: number; readonly campaignId: string },
  received: Instant,
): Promise<boolean> {
  const at = toDate(received)
  const count = await tx.$executeRaw`
    UPDATE nomination SET state = 'submitted', version = version + 1, submitted_at = ${at}, withdrawn_at = NULL
    WHERE id = ${nomination.id}::uuid AND state = 'awaiting_visa' AND version = ${nomination.version}
      AND (SELECT ${at} < closes_at FROM campaign WHERE id = ${nomination.campaignId}::uuid FOR SHARE)
      AND award_now() - ${at} <= interval '5 minutes'`
  return count === 1
}
