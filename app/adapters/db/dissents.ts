import type { Dissent } from '#app/domain/deliberation/dissent.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

/** Every dissent ever asked for in a meeting, those taken back too, in the order they were. */
export async function loadDissents(client: Client | Tx, sessionId: string): Promise<readonly Dissent[]> {
  const rows = await client.dissent.findMany({
    where: { item: { sessionId } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ askedAt, withdrawnAt, ...row }) => ({
    ...row,
    askedAt: instantOf(askedAt),
    withdrawnAt: withdrawnAt && instantOf(withdrawnAt),
  }))
}

export async function insertDissent(tx: Tx, made: Dissent): Promise<void> {
  const { id, itemId, seatId, reasons, askedAt } = made
  await tx.dissent.create({
    data: { id, itemId, seatId, reasons, askedAt: toDate(askedAt) },
    select: { id: true },
  })
}

export async function endDissent(tx: Tx, { id, withdrawnAt }: Dissent): Promise<void> {
  await tx.dissent.update({
    where: { id },
    data: { withdrawnAt: withdrawnAt && toDate(withdrawnAt) },
    select: { id: true },
  })
}
