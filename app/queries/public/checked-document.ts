import type { Client } from '#app/adapters/db/client.server.ts'
import { readCheckCode } from '#app/domain/document/check-code.ts'
import { kindOfNumber } from '#app/domain/document/document.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'

export type CheckedDocument = {
  readonly kind: string
  readonly number: string
  readonly checkCode: string
  readonly sha256: string
  readonly createdAt: Instant
}

const SELECT = { kind: true, number: true, checkCode: true, sha256: true, createdAt: true } as const

/** A document by its number or its check code, as printed or as typed. Row security lets public documents through only. */
export async function checkedDocument(
  db: Client,
  asked: string,
): Promise<Result<CheckedDocument, 'unreadable' | 'not-found'>> {
  const number = asked.trim().toUpperCase().replaceAll(/\s/g, '')
  const code = readCheckCode(asked.slice(0, 100))
  const byNumber = kindOfNumber(number) !== null
  if (!byNumber && !code.ok) return refuse('unreadable')
  const where = byNumber ? { number } : { checkCode: code.ok ? code.value : '' }
  const row = await db.document.findFirst({ where, select: SELECT })
  return row ? ok({ ...row, createdAt: instantOf(row.createdAt) }) : refuse('not-found')
}
