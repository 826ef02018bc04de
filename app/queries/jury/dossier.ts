import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { DossierContent } from '#app/domain/nomination/revision.ts'

export type ReadDossier = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly lead: Localized
  readonly category: Localized
  readonly versionNumber: number | null
  readonly receivedAt: number | null
  readonly content: DossierContent | null
  readonly files: readonly {
    readonly fileId: string
    readonly title: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
  }[]
}
type Row = Omit<ReadDossier, 'receivedAt'> & { receivedAt: Date | null }

/** The frozen version that jurors read, under the jury's role: row security keeps it closed until it may open. */
export async function readDossier(tx: Tx, nominationId: string): Promise<ReadDossier | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT n.id AS "nominationId", n.reference, n.title, l.name AS lead, k.name AS category,
      v.number AS "versionNumber", v.received_at AS "receivedAt", v.content,
      coalesce((SELECT jsonb_agg(jsonb_build_object('fileId', f.id, 'title', e.title, 'name', f.display_name,
        'mediaType', f.media_type, 'size', f.size) ORDER BY e.position, e.id)
        FROM evidence e JOIN stored_file f ON f.id = e.file_id
        WHERE e.nomination_id = n.id AND e.removed_at IS NULL AND f.scan_state IN ('clean', 'unscanned')), '[]') AS files
    FROM nomination n JOIN administration l ON l.id = n.administration_id JOIN category k ON k.id = n.category_id
      LEFT JOIN LATERAL (SELECT d.number, d.received_at, d.content FROM dossier_version d
        WHERE d.nomination_id = n.id ORDER BY d.number DESC LIMIT 1) v ON true
    WHERE n.id = ${nominationId}::uuid`
  return row ? { ...pick(row), receivedAt: row.receivedAt?.getTime() ?? null } : null
}

const pick = ({ nominationId, reference, title, lead, category, versionNumber, content, files }: Row) => ({
  nominationId,
  reference,
  title,
  lead,
  category,
  versionNumber,
  content,
  files,
})
