import type { SeatHolder } from '#app/domain/document/jury-records.ts'
import type { NamedNomination } from '#app/domain/document/records.ts'
import type { Tx } from './client.server.ts'

export type SheetNaming = NamedNomination & Omit<SeatHolder, 'name'>

/** What the document of a sheet names besides its scores. Under the jury's role another's sheet is null. */
export async function loadSheetNaming(tx: Tx, sheetId: string): Promise<SheetNaming | null> {
  const [row] = await tx.$queryRaw<SheetNaming[]>`
    SELECT n.reference, n.title, k.name AS category, a.name AS administration, t.label AS seat, t.role
    FROM score_sheet s JOIN seat t ON t.id = s.seat_id JOIN nomination n ON n.id = s.nomination_id
      JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
    WHERE s.id = ${sheetId}::uuid`
  return row ?? null
}
