import type { Client } from '#app/adapters/db/client.server.ts'
import { canonicalJson, type JsonValue } from '#app/domain/audit/canonical-json.ts'
import { readCheckCode } from '#app/domain/document/check-code.ts'
import { kindOfNumber } from '#app/domain/document/document.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

export type CheckedDocument = {
  readonly kind: string
  readonly number: string
  readonly checkCode: string
  /** Of the record: printed on every page. */
  readonly recordSha256: string
  /** Of the PDF; null for the moments until it was set for the first time. */
  readonly sha256: string | null
  readonly createdAt: Instant
}

const SELECT = {
  kind: true,
  number: true,
  checkCode: true,
  sha256: true,
  createdAt: true,
  record: true,
} as const

/** The public documents about a laureate (a nomination) or an edition (a campaign), as its page links them. */
export async function publicDocuments(
  db: Client,
  subjectId: string,
  kind: 'palmares' | 'laureate_certificate',
) {
  const rows = await db.document.findMany({
    where: { subjectId, kind },
    select: { id: true, kind: true, number: true, createdAt: true },
    orderBy: { number: 'asc' },
    take: 20,
  })
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: instantOf(createdAt) }))
}

/** A document by its number or its check code, as printed or as typed. Row security lets public documents through only. */
export async function checkedDocument(
  { db, crypto }: Pick<Context, 'db' | 'crypto'>,
  asked: string,
): Promise<Result<CheckedDocument, 'unreadable' | 'not-found'>> {
  const number = asked.trim().toUpperCase().replaceAll(/\s/g, '')
  const code = readCheckCode(asked.slice(0, 100))
  const byNumber = kindOfNumber(number) !== null
  if (!byNumber && !code.ok) return refuse('unreadable')
  const where = byNumber ? { number } : { checkCode: code.ok ? code.value : '' }
  const row = await db.public.document.findFirst({ where, select: SELECT })
  if (!row) return refuse('not-found')
  const { record, createdAt, ...found } = row
  const text = canonicalJson(record as JsonValue)
  if (!text.ok) return refuse('not-found')
  return ok({ ...found, recordSha256: crypto.sha256(text.value), createdAt: instantOf(createdAt) })
}
