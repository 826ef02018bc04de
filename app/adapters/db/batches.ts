import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

export type BatchState = 'waiting' | 'running' | 'done' | 'cancelled'
export type Batch = {
  readonly id: string
  readonly campaignId: string
  readonly state: BatchState
  readonly total: number
  readonly made: number
}
const COLUMNS = { id: true, campaignId: true, state: true, total: true, made: true } as const
const LIVE = ['waiting', 'running']

/** The newest of a campaign: the one that its page shows. */
export async function newestBatch(client: Client | Tx, campaignId: string): Promise<Batch | null> {
  const row = await client.documentBatch.findFirst({
    where: { campaignId },
    select: COLUMNS,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
  })
  return row && { ...row, state: row.state as BatchState }
}

export async function loadBatch(client: Client | Tx, id: string): Promise<Batch | null> {
  const row = await client.documentBatch.findUnique({ where: { id }, select: COLUMNS })
  return row && { ...row, state: row.state as BatchState }
}

export async function insertBatch(
  tx: Tx,
  batch: Pick<Batch, 'id' | 'campaignId' | 'total'>,
  by: { readonly personId: string; readonly at: Instant },
): Promise<void> {
  await tx.documentBatch.create({
    data: { ...batch, state: 'waiting', requestedBy: by.personId, requestedAt: toDate(by.at) },
    select: { id: true },
  })
}

/** Moves a batch on, unless it has ended meanwhile; returns whether it did. */
export async function moveBatch(tx: Tx, id: string, to: BatchState, at: Instant): Promise<boolean> {
  const { count } = await tx.documentBatch.updateMany({
    where: { id, state: { in: LIVE } },
    data: { state: to, ...(to === 'running' ? {} : { finishedAt: toDate(at) }) },
  })
  return count === 1
}

/** Counts what was made; false when somebody stopped the batch. */
export async function noteMade(client: Client, id: string, more: number): Promise<boolean> {
  const { count } = await client.documentBatch.updateMany({
    where: { id, state: 'running' },
    data: { made: { increment: more } },
  })
  return count === 1
}

/** What the worker has still to take, or to take up again after it was stopped. */
export async function waitingBatches(client: Client): Promise<readonly string[]> {
  const rows = await client.documentBatch.findMany({ where: { state: { in: LIVE } }, select: { id: true } })
  return rows.map(({ id }) => id)
}

export type Participant = {
  readonly id: string
  readonly reference: string
  readonly title: Localized
  readonly category: Localized
  readonly administration: Localized
}

/** Admissible nominations without their certificate of participation yet, in the order of their references. */
export async function loadUncertified(
  client: Client | Tx,
  campaignId: string,
  most: number,
): Promise<readonly Participant[]> {
  return client.$queryRaw<Participant[]>`
    SELECT n.id, n.reference, n.title, k.name AS category, a.name AS administration
    FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND NOT EXISTS (SELECT 1 FROM document d
      WHERE d.subject_id = n.id AND d.kind = 'participation_certificate')
    ORDER BY n.reference LIMIT ${most}`
}

/** As many as wait for one. */
export async function countUncertified(client: Client | Tx, campaignId: string): Promise<number> {
  const [row] = await client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible'
      AND NOT EXISTS (SELECT 1 FROM document d WHERE d.subject_id = n.id AND d.kind = 'participation_certificate')`
  return row?.count ?? 0
}
