import { createHash } from 'node:crypto'
import type { Owner } from '#app/adapters/db/owner.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'

type Row = {
  readonly id: string
  readonly storage_key: string
  readonly sha256: string
  readonly size: number
}

/** Rows of files whose file is absent, of another length, or of another content. */
export async function brokenFiles(client: Owner, folder: string): Promise<readonly string[]> {
  const store = await createDiskStore(folder)
  const { rows } = await client.query<Row>(
    'SELECT id, storage_key, sha256, size FROM stored_file ORDER BY id',
  )
  const faults: string[] = []
  for (const row of rows) {
    const opened = await store.open(row.storage_key)
    if (!opened.ok) {
      faults.push(`file ${row.id} is absent`)
      continue
    }
    const hash = createHash('sha256')
    let bytes = 0
    for await (const part of opened.value as unknown as AsyncIterable<Uint8Array>) {
      hash.update(part)
      bytes += part.byteLength
    }
    if (bytes !== row.size || hash.digest('hex') !== row.sha256) faults.push(`file ${row.id} was altered`)
  }
  return faults
}
