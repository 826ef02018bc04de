import type { Node } from '#app/domain/audit/ranges.ts'
import { fromHex, hexOf } from '#app/domain/audit/bytes.ts'
import type { TreeHead } from '#app/domain/audit/checkpoint.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

export type StoredCheckpoint = TreeHead & {
  readonly note: string
  readonly cause: 'phase' | 'daily'
  readonly campaignId: string | null
  readonly madeAt: Instant
}

/** How many entries the log has, the ones of this transaction included. */
export async function loadLogSize(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ size: bigint }[]>`SELECT size FROM log_head WHERE id = 1`
  if (!row) throw new Error('the log has no head')
  return Number(row.size)
}

type Row = { readonly at: number; readonly hash: string }
const inOrder = (rows: readonly Row[]): Uint8Array[] => rows.flatMap(({ hash }) => fromHex(hash) ?? [])

/** The hashes of these subtrees, in the order asked; one that the log does not have is left out. */
export async function loadLogNodes(tx: Tx, nodes: readonly Node[]): Promise<Uint8Array[]> {
  const wanted = JSON.stringify(nodes)
  return inOrder(
    await tx.$queryRaw<Row[]>`
      SELECT t.hash FROM ROWS FROM (jsonb_to_recordset(${wanted}::jsonb) AS (level smallint, position bigint))
          WITH ORDINALITY AS w(level, position, at)
        JOIN log_tree t ON t.level = w.level AND t.position = w.position ORDER BY w.at`,
  )
}

/** The same as the public sees them: only as far as the newest checkpoint. */
export async function loadPublicNodes(client: Client | Tx, nodes: readonly Node[]): Promise<Uint8Array[]> {
  const wanted = JSON.stringify(nodes)
  return inOrder(
    await client.$queryRaw<Row[]>`
      SELECT t.hash FROM ROWS FROM (jsonb_to_recordset(${wanted}::jsonb) AS (level smallint, position bigint))
          WITH ORDINALITY AS w(level, position, at)
        JOIN public_log_tree t ON t.level = w.level AND t.position = w.position ORDER BY w.at`,
  )
}

type CheckpointRow = {
  readonly size: bigint
  readonly root: string
  readonly note: string
  readonly cause: string
  readonly campaignId: string | null
  readonly madeAt: Date
}
const checkpointOf = (row: CheckpointRow): StoredCheckpoint => ({
  size: Number(row.size),
  root: fromHex(row.root) ?? new Uint8Array(0),
  note: row.note,
  cause: row.cause === 'phase' ? 'phase' : 'daily',
  campaignId: row.campaignId,
  madeAt: instantOf(row.madeAt),
})

/** Newest first. */
export async function loadCheckpoints(client: Client | Tx, count: number): Promise<StoredCheckpoint[]> {
  const rows = await client.logCheckpoint.findMany({ orderBy: { size: 'desc' }, take: count })
  return rows.map(checkpointOf)
}

/** False: another process has signed this size already. */
export async function storeCheckpoint(tx: Tx, one: StoredCheckpoint): Promise<boolean> {
  const stored = await tx.$executeRaw`
    INSERT INTO log_checkpoint (size, root, note, cause, campaign_id, made_at)
    VALUES (${one.size}, ${hexOf(one.root)}, ${one.note}, ${one.cause}, ${one.campaignId}::uuid, ${toDate(one.madeAt)})
    ON CONFLICT DO NOTHING`
  return stored === 1
}

/** The entry by which the person of this unit sealed that sheet; null when somebody else did, or nobody. */
export async function loadOwnSheetEntry(
  tx: Tx,
  sheetId: string,
): Promise<{ readonly index: number; readonly text: string | null } | null> {
  const [row] = await tx.$queryRaw<{ tree_index: bigint; entry_text: string | null }[]>`
    SELECT tree_index, entry_text FROM own_sheet_entry(${sheetId}::uuid)`
  return row ? { index: Number(row.tree_index), text: row.entry_text } : null
}

/** Who keeps the daily checkpoint: the jurors of campaigns that are being judged, and every auditor. */
export async function checkpointReaders(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    SELECT s.person_id FROM seat s JOIN campaign c ON c.id = s.campaign_id
     WHERE s.state = 'accepted' AND s.person_id IS NOT NULL
       AND c.phase IN ('evaluation', 'presentations', 'deliberation', 'embargo')
    UNION SELECT person_id FROM role_grant WHERE role = 'auditor' AND revoked_at IS NULL ORDER BY 1`
  return rows.map((row) => row.person_id)
}
