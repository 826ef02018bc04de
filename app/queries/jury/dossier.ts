import type { Tx } from '#app/adapters/db/client.server.ts'
import { frozenContent } from '#app/adapters/db/frozen-dossiers.ts'
import type { UnchangingRef } from '#app/adapters/db/unchanging.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
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
  /** The reader may open a test account of the service. */
  readonly hasTestAccount: boolean
  readonly files: readonly {
    /** As pins name it: P1, P2 … */
    readonly number: number
    readonly fileId: string
    readonly title: string
    /** The question whose answer it proves. */
    readonly claim: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
  }[]
}
/** A row of `dossierSql`; in a value of JSON its instant is a text. */
export type DossierRow = Omit<ReadDossier, 'receivedAt' | 'content'> & {
  readonly receivedAt: Date | string | null
  readonly version: UnchangingRef | null
}

/**
 * The frozen version that jurors read, under the jury's role: row security keeps it closed until it may open.
 * `nomination` is its id, as a value of SQL.
 */
export async function readDossier(tx: Tx, nomination: Prisma.Sql): Promise<ReadDossier | null> {
  const [row] = await tx.$queryRaw<DossierRow[]>(dossierSql(nomination))
  return row ? dossierOf(tx, row) : null
}

/** The statement of `readDossier`, for a page that asks for more with it. */
export const dossierSql = (nomination: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT n.id AS "nominationId", n.reference, n.title, l.name AS lead, k.name AS category,
    v.number AS "versionNumber", v.received_at AS "receivedAt", jury_has_test_account(n.id) AS "hasTestAccount",
    CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', v.id, 'hash', v.hash) END AS version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', e.position, 'fileId', f.id, 'title', e.title,
      'claim', e.claim, 'name', f.display_name, 'mediaType', f.media_type, 'size', f.size) ORDER BY e.position, e.id)
      FROM evidence e JOIN stored_file f ON f.id = e.file_id
      WHERE e.nomination_id = n.id AND e.removed_at IS NULL AND f.scan_state IN ('clean', 'unscanned')), '[]') AS files
  FROM nomination n JOIN administration l ON l.id = n.administration_id JOIN category k ON k.id = n.category_id
    LEFT JOIN LATERAL (SELECT d.id, d.hash, d.number, d.received_at FROM dossier_version d
      WHERE d.nomination_id = n.id ORDER BY d.number DESC LIMIT 1) v ON true
  WHERE n.id = ${nomination}`

/** What the row says, with the wording that its version froze. */
export async function dossierOf(tx: Tx, row: DossierRow): Promise<ReadDossier> {
  const { version, receivedAt, ...said } = row
  const content = version === null ? null : await frozenContent(tx, version)
  return { ...said, receivedAt: receivedAt === null ? null : new Date(receivedAt).getTime(), content }
}
