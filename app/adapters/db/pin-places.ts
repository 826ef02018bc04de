import type { NamedPlaces } from '#app/domain/document/scored.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { PinPlaces } from '#app/domain/nomination/pin.ts'
import type { Tx } from './client.server.ts'

/** The parts of a dossier, by their numbers. */
export const PIN_SECTIONS: readonly string[] = DEFAULT_FORM.sections.map(({ code }) => code)

/** What a juror may point at in one nomination, named: its pieces by the numbers under which they were attached. */
export async function namedPlaces(tx: Tx, nominationId: string): Promise<NamedPlaces> {
  const pieces = await tx.$queryRaw<NamedPlaces['pieces'][number][]>`
    SELECT e.position AS number, f.id AS "fileId", coalesce(nullif(e.title, ''), f.display_name) AS title FROM evidence e
      JOIN stored_file f ON f.id = e.file_id
    WHERE e.nomination_id = ${nominationId}::uuid AND e.removed_at IS NULL AND f.scan_state IN ('clean', 'unscanned')
    ORDER BY e.position, e.id LIMIT 999`
  return { sections: PIN_SECTIONS, pieces }
}

export async function pinPlaces(tx: Tx, nominationId: string): Promise<PinPlaces> {
  const { sections, pieces } = await namedPlaces(tx, nominationId)
  return { sections, files: pieces }
}
