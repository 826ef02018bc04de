import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** Marks one notice of a person read, or all of them; the first reading counts. Returns how many were unread. */
export async function markRead(
  tx: Tx,
  personId: string,
  noticeId: string | null,
  now: Instant,
): Promise<number> {
  const marked = await tx.notice.updateMany({
    where: { personId, readAt: null, ...(noticeId === null ? {} : { id: noticeId }) },
    data: { readAt: toDate(now) },
  })
  return marked.count
}
