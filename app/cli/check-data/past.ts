import { createHash } from 'node:crypto'
import type { Owner } from '#app/adapters/db/owner.ts'
import { fromHex, hexOf } from '#app/domain/audit/bytes.ts'
import { appendLeaf, EMPTY_LOG, frontierRoot } from '#app/domain/audit/frontier.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Checkpoints whose root is not that of the entries that stand there now. */
export async function unsignedPast(client: Owner): Promise<readonly string[]> {
  const signed = await client.query<{ size: string; root: string }>(
    'SELECT size, root FROM log_checkpoint ORDER BY size',
  )
  const { rows } = await client.query<{ leaf: string }>(
    'SELECT leaf_hash AS leaf FROM audit_entry ORDER BY tree_index',
  )
  const roots = new Map(signed.rows.map(({ size, root }) => [Number(size), root]))
  let log = EMPTY_LOG
  const faults: string[] = []
  for (const { leaf } of rows) {
    log = appendLeaf(sha256, log, fromHex(leaf) ?? new Uint8Array(0))
    const root = roots.get(log.size)
    if (root !== undefined && root !== hexOf(frontierRoot(sha256, log)))
      faults.push(`the first ${log.size} entries are not the ones that were signed`)
    roots.delete(log.size)
  }
  return [
    ...faults,
    ...[...roots.keys()].map((size) => `a checkpoint of ${size} entries lies beyond the end of the log`),
  ]
}
