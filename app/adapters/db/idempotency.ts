import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

/** The outcome of an act already done under this key by this person; the caller holds the lock of its subject. */
export async function loadOutcome<T>(tx: Tx, key: string, personId: string, act: string): Promise<T | null> {
  const row = await tx.idempotencyKey.findUnique({
    where: { key },
    select: { personId: true, act: true, outcome: true },
  })
  return row && row.personId === personId && row.act === act ? (row.outcome as T) : null
}

export async function storeOutcome(
  tx: Tx,
  key: string,
  done: {
    readonly personId: string
    readonly act: string
    readonly outcome: Prisma.InputJsonValue
    readonly at: Instant
  },
): Promise<void> {
  await tx.idempotencyKey.create({ data: { key, ...done, at: toDate(done.at) } })
}
