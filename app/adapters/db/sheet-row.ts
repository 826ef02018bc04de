import { instantOf } from '#app/domain/kernel/instant.ts'
import type { ScoreSheet, SheetEntry, SheetState } from '#app/domain/scoring/sheet.ts'

export type SheetRow = {
  id: string
  campaign_id: string
  nomination_id: string
  seat_id: string
  state: SheetState
  version: number
  sequence: number
  second_round: boolean
  sheet_number: string | null
  private_note: string | null
  remark: string | null
  abstain_reason: string | null
  reopen_reason: string | null
  sealed_at: Date | null
  commitment: string | null
  entries: SheetEntry[]
}

/** No pin is no property, as in what is typed: the digest of a sheet without pins is the same either way. */
export const entryOf = ({ pins, ...entry }: SheetEntry): SheetEntry =>
  pins === undefined || pins.length === 0 ? entry : { ...entry, pins }

/** Row → domain value. */
export const sheetOf = (row: SheetRow): ScoreSheet => ({
  id: row.id,
  campaignId: row.campaign_id,
  nominationId: row.nomination_id,
  seatId: row.seat_id,
  state: row.state,
  version: row.version,
  round: row.sequence,
  isSecondRound: row.second_round,
  sheetNumber: row.sheet_number ?? '',
  entries: row.entries.map(entryOf),
  privateNotes: row.private_note ?? '',
  remark: row.remark ?? '',
  reason: row.abstain_reason ?? row.reopen_reason ?? '',
  sealedAt: row.sealed_at && instantOf(row.sealed_at),
  commitment: row.commitment,
})
