import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import { HOLDABLE } from '#app/domain/notice/hold.ts'
import type { Client, Tx } from './client.server.ts'
import { Prisma } from './generated/client.ts'

/** That the edition of the letter `o` is held and the letter with it. */
export const HELD_WITH_EDITION = Prisma.sql`(o.notice = ANY (${[...HOLDABLE]})
  AND EXISTS (SELECT 1 FROM letter_hold h WHERE h.campaign_id = o.campaign_id AND h.released_at IS NULL))`

export type LetterHold = {
  readonly id: string
  readonly by: string
  readonly since: Instant
  /** The letters that would leave now if they were let go; not those held each by itself. */
  readonly waiting: number
}

/** The live hold of a campaign's letters, with the name of who ordered it; null while its letters leave. */
export async function loadLetterHold(client: Client | Tx, campaignId: string): Promise<LetterHold | null> {
  const [row] = await client.$queryRaw<{ id: string; by: string; held_at: Date; waiting: number }[]>`
    SELECT h.id, p.name AS by, h.held_at,
      (SELECT count(*)::int FROM outbox o WHERE o.campaign_id = h.campaign_id AND o.state = 'pending'
        AND o.notice = ANY (${[...HOLDABLE]}) AND NOT (o.attempts > 0 AND o.last_error IS NULL)) AS waiting
      FROM letter_hold h JOIN person p ON p.id = h.held_by
     WHERE h.campaign_id = ${campaignId}::uuid AND h.released_at IS NULL`
  return row ? { id: row.id, by: row.by, since: instantOf(row.held_at), waiting: row.waiting } : null
}

type Begun = {
  readonly id: string
  readonly campaignId: string
  readonly heldBy: string
  readonly heldAt: Instant
}
export const insertLetterHold = async (tx: Tx, { heldAt, ...hold }: Begun): Promise<void> =>
  void (await tx.letterHold.create({ data: { ...hold, heldAt: toDate(heldAt) }, select: { id: true } }))

export const endLetterHold = async (tx: Tx, id: string, by: string, now: Instant): Promise<void> =>
  void (await tx.letterHold.update({
    where: { id },
    data: { releasedBy: by, releasedAt: toDate(now) },
    select: { id: true },
  }))
