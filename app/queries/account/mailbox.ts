import type { Db } from '#app/adapters/db/client.server.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import { refuse, ok, type Result } from '#app/domain/kernel/result.ts'
import { decodeInstantCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type LetterRow = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly at: Instant
}

/** The demonstration's letters, newest first. Outside a demonstration there is no mailbox. */
export async function mailbox(
  db: Db,
  demonstration: boolean,
  after: string | null,
): Promise<Result<Page<LetterRow>, 'not-found'>> {
  if (!demonstration) return refuse('not-found')
  const cursor = decodeInstantCursor(after)
  const rows = await db.applicant.demoMail.findMany({
    where: cursor ? { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] } : {},
    select: { id: true, toEmail: true, subject: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  })
  const page = pageOf(rows, (row) => ({ value: row.at.toISOString(), id: row.id }))
  return ok({
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      to: row.toEmail,
      subject: row.subject,
      at: instantOf(row.at),
    })),
  })
}

export type LetterScreen = LetterRow & { readonly text: string }

export async function letter(
  db: Db,
  demonstration: boolean,
  id: string,
): Promise<Result<LetterScreen, 'not-found'>> {
  if (!demonstration) return refuse('not-found')
  const row = await db.applicant.demoMail.findUnique({
    where: { id },
    select: { id: true, toEmail: true, subject: true, at: true, text: true },
  })
  return row
    ? ok({ id: row.id, to: row.toEmail, subject: row.subject, at: instantOf(row.at), text: row.text })
    : refuse('not-found')
}

export async function letterHtml(
  db: Db,
  demonstration: boolean,
  id: string,
): Promise<Result<string, 'not-found'>> {
  if (!demonstration) return refuse('not-found')
  const row = await db.applicant.demoMail.findUnique({ where: { id }, select: { html: true } })
  return row ? ok(row.html) : refuse('not-found')
}
