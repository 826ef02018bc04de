import type { Client } from '#app/adapters/db/client.server.ts'
import type { PublishedEdition } from './published.ts'

export type ResultFile = { readonly name: string; readonly sha256: string; readonly bytes: number }

/** The files of an edition's results bundle, without their content. */
export async function resultFiles(
  db: Client,
  { snapshotId }: PublishedEdition,
): Promise<readonly ResultFile[]> {
  return db.$queryRaw<ResultFile[]>`
    SELECT name, sha256, octet_length(content) AS bytes FROM bundle_file
     WHERE snapshot_id = ${snapshotId}::uuid ORDER BY name`
}

/** One file as published, byte for byte. */
export async function resultFile(
  db: Client,
  { snapshotId }: PublishedEdition,
  name: string,
): Promise<string | null> {
  const row = await db.bundleFile.findFirst({ where: { snapshotId, name }, select: { content: true } })
  return row?.content ?? null
}

/** All files in one document, the form the verifier reads. */
export async function wholeBundle(db: Client, { snapshotId }: PublishedEdition): Promise<string | null> {
  const rows = await db.bundleFile.findMany({
    where: { snapshotId },
    orderBy: { name: 'asc' },
    select: { name: true, content: true },
  })
  if (rows.length === 0) return null
  return JSON.stringify({ files: Object.fromEntries(rows.map(({ name, content }) => [name, content])) })
}
