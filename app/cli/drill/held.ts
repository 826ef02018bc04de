import type { Owner } from '#app/adapters/db/owner.ts'
import type { Held } from './judge.ts'
import type { Acknowledged, Kind, Version } from './journal.ts'

/** The field of a dossier that is written, and the criterion of a sheet: its first. */
export const FIELD = 'problem.fr'
const digest = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

const STANDING = `
  SELECT 'answer' AS kind, a.nomination_id::text AS id, a.version, ${digest(`a.value #>> '{}'`)} AS hash
    FROM answer a WHERE a.nomination_id = ANY ($1::uuid[]) AND a.field = '${FIELD}'
  UNION ALL SELECT 'score', s.id::text, s.version, ${digest(`e.level || ' ' || e.comment`)} FROM score_sheet s
    JOIN LATERAL (SELECT level, comment FROM score WHERE sheet_id = s.id ORDER BY criterion LIMIT 1) e ON true
    WHERE s.id = ANY ($2::uuid[])
  UNION ALL (SELECT DISTINCT ON (v.nomination_id) 'submission', v.nomination_id::text, v.number, v.hash FROM dossier_version v
    WHERE v.nomination_id = ANY ($3::uuid[]) ORDER BY v.nomination_id, v.number DESC)`

/**
 * The log remembers each save of an answer without its version, which is therefore counted from the one that was loaded;
 * a submission is remembered by its frozen version with its entry and its key, so that one under two keys counts twice.
 */
const PAST = `
  SELECT 'answer' AS kind, e.subject_id AS id, 1 + row_number() OVER (PARTITION BY e.subject_id ORDER BY e.tree_index) AS version,
    NULL AS hash FROM audit_entry e WHERE e.act = 'answersSaved' AND e.subject_id = ANY ($1::text[])
  UNION ALL SELECT 'score', e.subject_id, (e.facts ->> 'version')::int, NULL FROM audit_entry e
    WHERE e.act = 'scoreSheetSaved' AND e.subject_id = ANY ($2::text[])
  UNION ALL SELECT 'submission', v.nomination_id::text, v.number, v.hash FROM dossier_version v
    JOIN audit_entry e ON e.act = 'nominationSubmitted' AND e.subject_id = v.nomination_id::text
      AND e.facts ->> 'version' = v.number::text
    JOIN idempotency_key k ON k.act = 'nomination.submit' AND k.outcome ->> 'nominationId' = v.nomination_id::text
      AND k.outcome ->> 'version' = v.number::text
    WHERE v.nomination_id = ANY ($3::uuid[])`

type Row = Omit<Version, 'version'> & { readonly version: number | string }

/** What the database holds of the rows that the journal names. */
export async function heldOf(owner: Owner, journal: readonly Acknowledged[]): Promise<Held> {
  const idsOf = (kind: Kind): string[] => [
    ...new Set(journal.filter((write) => write.kind === kind).map(({ id }) => id)),
  ]
  const ids = [idsOf('answer'), idsOf('score'), idsOf('submission')]
  const read = async (sql: string): Promise<readonly Version[]> =>
    (await owner.query<Row>(sql, ids)).rows.map((row) => ({ ...row, version: Number(row.version) }))
  return { standing: await read(STANDING), past: await read(PAST) }
}
