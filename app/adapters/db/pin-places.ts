import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { PinPlaces } from '#app/domain/nomination/pin.ts'
import type { Tx } from './client.server.ts'

/** The parts of a dossier, by their numbers. */
export const PIN_SECTIONS: readonly string[] = DEFAULT_FORM.sections.map(({ code }) => code)

/** What a juror may point at in one nomination: its pieces are numbered as the dossier lists them to the jury. */
export async function pinPlaces(tx: Tx, nominationId: string): Promise<PinPlaces> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM evidence e JOIN stored_file f ON f.id = e.file_id
    WHERE e.nomination_id = ${nominationId}::uuid AND e.removed_at IS NULL AND f.scan_state IN ('clean', 'unscanned')
    ORDER BY e.position, e.id LIMIT 999`
  return { sections: PIN_SECTIONS, files: rows.map(({ id }) => id) }
}
