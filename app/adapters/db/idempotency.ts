import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

/**
 * The outcome of an act already done under this key by this person; the caller holds the lock of its subject. A key is one
 * person's, for one act: sent to another act, or by somebody else, it stands for nothing that was done.
 */
export async function loadOutcome<T>(tx: Tx, key: string, personId: string, act: string): Promise<T | null> {
  const row = await tx.idempotencyKey.findUnique({
    where: { personId_act_key: { personId, act, key } },
    select: { outcome: true },
  })
  return row && (row.outcome as T)
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
