import type { DossierContent } from '#app/domain/nomination/revision.ts'
import type { Tx } from './client.server.ts'
import { keepUnchanging, type UnchangingRef } from './unchanging.ts'

/** The dossiers that a jury reads in one sitting. */
const keep = keepUnchanging<DossierContent>('dossier', 64)

/**
 * The content of a deposited version (trigger `dossier_version_frozen`). Ask only for a version whose row the same unit
 * has just read as the person: its row security is what lets them in.
 */
export const frozenContent = (tx: Tx, ref: UnchangingRef): Promise<DossierContent> =>
  keep(ref, async () => {
    const [row] = await tx.$queryRaw<{ content: DossierContent }[]>`
      SELECT content FROM dossier_version WHERE id = ${ref.id}::uuid AND hash = ${ref.hash}`
    return row?.content
  })
