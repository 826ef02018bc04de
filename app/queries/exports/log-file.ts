import type { Client } from '#app/adapters/db/client.server.ts'

/** Entries read at once while a file is written: bounded memory however long the log. */
const PART = 5000

const LOG_SCHEMA = 'imtiyaz.log/1'

type LeafRow = { readonly tree_index: bigint; readonly leaf_hash: string; readonly text: string | null }

const line = (value: object): string => `${JSON.stringify(value)}\n`

async function* parts<R extends LeafRow>(
  read: (from: number) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
  for (let from = 0; ;) {
    const rows = await read(from)
    if (rows.length === 0) return
    yield rows
    from = Number(rows.at(-1)?.tree_index ?? from) + 1
  }
}

async function* notes(client: Client): AsyncGenerator<string> {
  const rows = await client.logCheckpoint.findMany({ orderBy: { size: 'asc' }, select: { note: true } })
  for (const { note } of rows) yield line({ checkpoint: note })
}

/** The log as anyone may have it: as far as the newest checkpoint, hashes alone but for public acts. JSON lines. */
export async function* publicLog(client: Client, key: string): AsyncGenerator<string> {
  const [newest] = await client.logCheckpoint.findMany({
    orderBy: { size: 'desc' },
    take: 1,
    select: { size: true },
  })
  yield line({ schema: LOG_SCHEMA, key, size: Number(newest?.size ?? 0) })
  const read = (from: number) => client.$queryRaw<LeafRow[]>`
    SELECT tree_index, leaf_hash, text FROM public_log WHERE tree_index >= ${from} ORDER BY tree_index LIMIT ${PART}`
  for await (const rows of parts(read))
    yield rows
      .map((row) =>
        line({
          index: Number(row.tree_index),
          leaf: row.leaf_hash,
          ...(row.text === null ? {} : { entry: row.text }),
        }),
      )
      .join('')
  yield* notes(client)
}

type WholeRow = LeafRow & { readonly row: string | null }

/**
 * The log to its head for the bound auditor of one campaign, pseudonymised: with the text of the acts of that campaign,
 * of those that belong to none, and of public ones; every other act as its hash, so that the tree is whole. Where the
 * columns of a row no longer say what its text says, the line carries both; names and addresses, which the text holds as
 * keyed digests, are not compared.
 */
export async function* wholeLog(client: Client, key: string, campaignId: string): AsyncGenerator<string> {
  const [head] = await client.$queryRaw<{ size: bigint }[]>`SELECT size FROM log_head WHERE id = 1`
  yield line({ schema: LOG_SCHEMA, key, size: Number(head?.size ?? 0) })
  const read = (from: number) => client.$queryRaw<WholeRow[]>`
    SELECT e.tree_index, e.leaf_hash, CASE WHEN o.own THEN e.text END AS text,
        CASE WHEN o.own AND e.text IS NOT NULL AND audit_columns(e) <> audit_told(e.text) THEN audit_columns(e)::text END AS row
      FROM audit_entry e
        CROSS JOIN LATERAL (SELECT e.campaign_id IS NULL OR e.campaign_id = ${campaignId}::uuid OR e.disclosed AS own) o
     WHERE e.tree_index >= ${from} ORDER BY e.tree_index LIMIT ${PART}`
  for await (const rows of parts(read))
    yield rows
      .map((row) =>
        line({
          index: Number(row.tree_index),
          leaf: row.leaf_hash,
          ...(row.text === null ? {} : { entry: row.text }),
          ...(row.row === null ? {} : { row: row.row }),
        }),
      )
      .join('')
  yield* notes(client)
}
