import type { Rubric } from '../campaign/regulation.ts'
import type { Instant, Window } from '../kernel/instant.ts'
import type { Pin, PinPlaces } from '../nomination/pin.ts'

/** Stored states. Recused comes from the recusal and missing from the calendar (product.md section 8). */
export type SheetState = 'draft' | 'sealed' | 'abstained' | 'voided'

export type SheetEntry = {
  readonly criterion: string
  readonly level: number | null
  readonly cannotAssess: boolean
  readonly comment: string
  /** The evidence that the juror points at; absent where there is none. */
  readonly pins?: readonly Pin[]
}

export type ScoreSheet = {
  readonly id: string
  readonly campaignId: string
  readonly nominationId: string
  readonly seatId: string
  readonly state: SheetState
  /** Counts every stored change; a form posts the one that it was shown. */
  readonly version: number
  /** 1 until the chair reopens the sheet, then one more each time: the version that is committed. */
  readonly round: number
  /** Of the second round of the award, where its rules hold one; a reopened or voided sheet stays of its round. */
  readonly isSecondRound: boolean
  /** Random, drawn for each round: names the sealed version without naming its juror. */
  readonly sheetNumber: string
  readonly entries: readonly SheetEntry[]
  readonly privateNotes: string
  readonly remark: string
  /** Why the sheet was abstained, voided or reopened; empty otherwise. */
  readonly reason: string
  readonly sealedAt: Instant | null
  readonly commitment: string | null
}

/** What is known when a sheet is touched, read after its row is locked. */
export type SheetFacts = {
  readonly phase: string
  readonly evaluation: Window
  readonly rubric: Rubric
  readonly rubricHash: string
  readonly seat: {
    readonly id: string
    readonly personId: string
    readonly role: 'juror' | 'chair' | 'deputy' | 'expert'
  }
  readonly assigned: boolean
  readonly declared: boolean
  readonly recused: boolean
  readonly sheet: ScoreSheet
  /** What the juror may point at; read where pins were written, and none of it otherwise. */
  readonly places?: PinPlaces
}

/** An empty draft for one assignment; ids come as arguments. */
export const emptySheet = (
  ids: {
    readonly id: string
    readonly campaignId: string
    readonly nominationId: string
    readonly seatId: string
  },
  sheetNumber: string,
): ScoreSheet => ({
  ...ids,
  state: 'draft',
  version: 1,
  round: 1,
  isSecondRound: false,
  sheetNumber,
  entries: [],
  privateNotes: '',
  remark: '',
  reason: '',
  sealedAt: null,
  commitment: null,
})

export const entryFor = (sheet: Pick<ScoreSheet, 'entries'>, criterion: string): SheetEntry | undefined =>
  sheet.entries.find((entry) => entry.criterion === criterion)
