import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { ReceiptRecord } from '#app/services/ports.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export type DocumentRow = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly checkCode: string
  readonly campaignId: string | null
  readonly subjectId: string
  readonly record: unknown
  readonly sha256: string
  readonly isPublic: boolean
  readonly createdAt: Instant
}

export async function insertDocument(tx: Tx, document: DocumentRow): Promise<void> {
  await tx.document.create({
    data: {
      id: document.id,
      kind: document.kind,
      number: document.number,
      checkCode: document.checkCode,
      campaignId: document.campaignId,
      subjectId: document.subjectId,
      record: document.record as Prisma.InputJsonValue,
      sha256: document.sha256,
      public: document.isPublic,
      createdAt: toDate(document.createdAt),
    },
  })
}

const columns = {
  id: true,
  kind: true,
  number: true,
  checkCode: true,
  campaignId: true,
  subjectId: true,
  record: true,
  sha256: true,
  public: true,
  createdAt: true,
} as const

type Found = Omit<DocumentRow, 'createdAt' | 'isPublic'> & { createdAt: Date; public: boolean }
const documentOf = ({ public: isPublic, createdAt, ...row }: Found): DocumentRow => ({
  ...row,
  isPublic,
  createdAt: instantOf(createdAt),
})

export async function loadDocument(client: Client | Tx, id: string): Promise<DocumentRow | null> {
  const row = await client.document.findUnique({ where: { id }, select: columns })
  return row ? documentOf(row) : null
}

/** The documents about one thing (a nomination, a session, a campaign), newest first. */
export async function loadDocumentsOf(
  client: Client | Tx,
  subjectId: string,
): Promise<readonly DocumentRow[]> {
  const rows = await client.document.findMany({
    where: { subjectId },
    select: columns,
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(documentOf)
}

export const receiptOf = (document: DocumentRow): ReceiptRecord => document.record as ReceiptRecord
