import type { Db } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { decodeCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type NoticeRow = {
  readonly id: string
  readonly name: string
  readonly facts: Facts
  readonly at: Instant
  readonly read: boolean
}

/** What is never shown again: the secrets of mailed links. */
const SECRET = new Set(['token', 'link'])
const shown = (facts: unknown): Facts =>
  Object.fromEntries(Object.entries((facts ?? {}) as Facts).filter(([name]) => !SECRET.has(name)))

/** Own notices, newest first, one page. */
export async function myNotices(db: Db, actor: Actor, after: string | null): Promise<Page<NoticeRow>> {
  const cursor = decodeCursor(after)
  const since = cursor ? new Date(cursor.value) : null
  const rows = await db.applicant.notice.findMany({
    where: {
      personId: actor.personId,
      ...(cursor && since && !Number.isNaN(since.getTime())
        ? { OR: [{ createdAt: { lt: since } }, { createdAt: since, id: { lt: cursor.id } }] }
        : {}),
    },
    select: { id: true, name: true, facts: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  })
  const page = pageOf(rows, (row) => ({ value: row.createdAt.toISOString(), id: row.id }))
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name,
      facts: shown(row.facts),
      at: instantOf(row.createdAt),
      read: row.readAt !== null,
    })),
  }
}
