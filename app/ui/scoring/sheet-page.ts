import type { Rubric } from '#app/domain/campaign/regulation.ts'
import type { Shortcuts } from '#app/domain/scoring/shortcuts.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import type { PaneDossier } from '../jury/dossier-pane.tsx'
import type { RailFacts } from '../jury/file-rail.tsx'

/** All that the page of one score sheet shows. */
export type SheetPage = {
  readonly sheet: {
    readonly state: string
    readonly round: number
    readonly isSecondRound: boolean
    readonly entries: readonly SheetEntry[]
    readonly remark: string
    readonly privateNotes: string
    readonly reason: string
    readonly sealedAt: number | null
    readonly commitment: string | null
    readonly id: string
    readonly nominationId: string
    readonly campaignId: string
    readonly version: number
    readonly confidence: string | null
  }
  readonly rubric: Rubric
  readonly sections: readonly string[]
  readonly can: { readonly write: boolean; readonly reason: string | null }
  readonly declaration: { readonly kind: string; readonly at: number } | null
  /** What both rounds weigh in the final score, as per cent; null where the second starts afresh. */
  readonly roundPercents: { readonly first: string; readonly second: string } | null
  readonly dossier: PaneDossier
  readonly mine: RailFacts
  readonly currentId: string
  /** An own flag on the file is open. */
  readonly flagged: boolean
  readonly personId: string
  readonly shortcuts: Shortcuts
}
