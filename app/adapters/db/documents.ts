import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { ReceiptRecord } from '#app/domain/document/records.ts'
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
  /** Of its first PDF, which is kept (document-files.ts); null until it was set. */
  readonly sha256: string | null
  readonly isPublic: boolean
  readonly createdAt: Instant
}

const dataOf = ({ isPublic, createdAt, record, ...row }: DocumentRow) => ({
  ...row,
  record: record as Prisma.InputJsonValue,
  public: isPublic,
  createdAt: toDate(createdAt),
})

/** Many at once, or one; without reading back, which the jury's role may not. */
export async function insertDocuments(tx: Tx, documents: readonly DocumentRow[]): Promise<void> {
  const AT_ONCE = 500
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    await tx.document.createMany({ data: documents.slice(from, from + AT_ONCE).map(dataOf) })
  }
}

/** The first of `count` numbers of a series and year that nobody else gets. */
export async function takeNumbers(tx: Tx, series: string, year: number, count: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ first: number }[]>`
    SELECT take_document_numbers(${series}, ${year}::int, ${count}::int) AS first`
  if (!row) throw new Error(`series ${series} of ${year} gave no number`)
  return row.first
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

export type DocumentLine = Omit<DocumentRow, 'record'>

/** What documents of one sort have in common: who may read one of them may read all. */
export type DocumentSort = Pick<DocumentRow, 'kind' | 'campaignId' | 'subjectId' | 'isPublic'>

/** Which sorts of documents there are about some things; of every kind where none is named. */
export async function documentSorts(
  client: Client,
  subjectIds: readonly string[],
  kinds?: readonly string[],
): Promise<readonly DocumentSort[]> {
  if (subjectIds.length === 0) return []
  const sorts = await client.document.groupBy({
    by: ['kind', 'campaignId', 'subjectId', 'public'],
    where: { subjectId: { in: [...subjectIds] }, ...(kinds && { kind: { in: [...kinds] } }) },
  })
  return sorts.map(({ public: isPublic, ...sort }) => ({ ...sort, isPublic }))
}

/** The documents of some sorts, newest first, without their records: those older than `before`, where it is given. */
export async function listDocuments(
  client: Client,
  sorts: readonly DocumentSort[],
  limit: number,
  before?: Pick<DocumentRow, 'createdAt' | 'number'>,
): Promise<readonly DocumentLine[]> {
  if (sorts.length === 0) return []
  const { record: _, ...lines } = columns
  const at = before && toDate(before.createdAt)
  const older = at && { OR: [{ createdAt: { lt: at } }, { createdAt: at, number: { lt: before.number } }] }
  const rows = await client.document.findMany({
    where: {
      AND: [{ OR: sorts.map(({ isPublic, ...sort }) => ({ ...sort, public: isPublic })) }, older ?? {}],
    },
    select: lines,
    orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
    take: limit,
  })
  return rows.map(({ public: isPublic, createdAt, ...row }) => ({
    ...row,
    isPublic,
    createdAt: instantOf(createdAt),
  }))
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

/** Public documents whose PDF was never set, oldest first: the check page owes their hash. */
export async function loadUnsetPublic(client: Client, most: number): Promise<readonly DocumentRow[]> {
  const rows = await client.document.findMany({
    where: { public: true, sha256: null },
    select: columns,
    orderBy: { createdAt: 'asc' },
    take: most,
  })
  return rows.map(documentOf)
}

/** Documents that were hashed before their files were kept, by their ids, a part at a time. */
export async function loadWithoutFile(
  client: Client,
  after: string | null,
  most: number,
): Promise<readonly DocumentRow[]> {
  const rows = await client.document.findMany({
    where: { sha256: { not: null }, fileId: null, ...(after !== null && { id: { gt: after } }) },
    select: columns,
    orderBy: { id: 'asc' },
    take: most,
  })
  return rows.map(documentOf)
}

export const receiptOf = (document: DocumentRow): ReceiptRecord => document.record as ReceiptRecord
