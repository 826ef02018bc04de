import type { DossierContent } from '#app/domain/nomination/revision.ts'
import type { Tx } from './client.server.ts'

export type VersionRef = { readonly id: string; readonly hash: string }

/** The dossiers that a jury reads in one sitting; whichever was read first leaves first. */
const MOST = 64
const known = new Map<string, DossierContent>()

/**
 * The content of a deposited version, which never changes (trigger `dossier_version_frozen`): a process reads it once.
 * Ask only for a version whose row the same unit has just read as the person: its row security is what lets them in.
 */
export async function frozenContent(tx: Tx, { id, hash }: VersionRef): Promise<DossierContent> {
  const name = `${id} ${hash}`
  const kept = known.get(name)
  if (kept) return kept
  const [row] = await tx.$queryRaw<{ content: DossierContent }[]>`
    SELECT content FROM dossier_version WHERE id = ${id}::uuid AND hash = ${hash}`
  if (!row) throw new Error(`no deposited version ${name}`)
  known.set(name, row.content)
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  return row.content
}
