import type { Db } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { namedFacts } from '#app/adapters/db/notice-names.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { decodeInstantCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type NoticeRow = {
  readonly id: string
  readonly name: string
  /** As people read them: names instead of ids. */
  readonly facts: Facts
  /** As they are stored: the address of what the notice is about is made of these. */
  readonly stored: Facts
  readonly at: Instant
  readonly read: boolean
}

/** What is never shown again: the secrets of mailed links. */
const SECRET = new Set(['token', 'link'])
const shown = (facts: unknown): Facts =>
  Object.fromEntries(Object.entries((facts ?? {}) as Facts).filter(([name]) => !SECRET.has(name)))

/** Own notices, newest first, one page. */
export async function myNotices(
  db: Db,
  actor: Actor,
  after: string | null,
  locale: Locale = actor.locale,
): Promise<Page<NoticeRow>> {
  const cursor = decodeInstantCursor(after)
  const rows = await db.applicant.notice.findMany({
    where: {
      personId: actor.personId,
      ...(cursor
        ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
        : {}),
    },
    select: { id: true, name: true, facts: true, campaignId: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  })
  const page = pageOf(rows, (row) => ({ value: row.createdAt.toISOString(), id: row.id }))
  const owed = page.rows.map((row) => ({ facts: shown(row.facts), campaignId: row.campaignId }))
  const facts = await namedFacts(db.applicant, owed, locale)
  return {
    next: page.next,
    rows: page.rows.map((row, at) => ({
      id: row.id,
      name: row.name,
      facts: facts[at] ?? {},
      stored: owed[at]?.facts ?? {},
      at: instantOf(row.createdAt),
      read: row.readAt !== null,
    })),
  }
}
