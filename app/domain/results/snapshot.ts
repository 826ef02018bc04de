import type { Localized } from '../kernel/localized.ts'
import type { SlotOutcome, WithholdingReason } from './award-decision.ts'

/** An official score as published: exact `p/q` and the text shown (decimal point). */
export type SnapshotScore = { readonly exact: string; readonly display: string }
export type SnapshotBody = { readonly id: string; readonly name: Localized }
export type SnapshotWinner = {
  readonly nominationId: string
  readonly reference: string | null
  readonly title: Localized
  readonly administration: SnapshotBody
  readonly partners: readonly SnapshotBody[]
  readonly summary: Localized
  /** Null where no score was recorded (the archive) or the level of publication withholds it. */
  readonly score: SnapshotScore | null
  /** It has no official score: the plenary gave it the prize by a recorded vote. */
  readonly plenary?: true
}
export type SnapshotSlot = {
  readonly code: string
  readonly type: string
  readonly label: Localized
  readonly outcome: SlotOutcome
  readonly reason: WithholdingReason | null
  readonly winners: readonly SnapshotWinner[]
}
export type SnapshotCategory = {
  readonly code: string
  readonly name: Localized
  readonly slots: readonly SnapshotSlot[]
}
/** Null: the record does not say. A gap is shown as a gap, never as zero. */
export type SnapshotFigures = {
  readonly nominations: number | null
  readonly admissible: number | null
  readonly administrations: number | null
  readonly jurors: number | null
  readonly sheets: number | null
}
/** The immutable document that every public page, feed and open-data file reads. */
export type Snapshot = {
  readonly schema: 'imtiyaz.snapshot/1'
  readonly campaign: {
    readonly id: string
    readonly year: number
    readonly editionNumber: number | null
    readonly awardName: Localized
    readonly organiser: Localized
    readonly ceremonyDate: string | null
    /** ISO instant of the release; null for an edition known only from the archive. */
    readonly releasedAt: string | null
    readonly regulationHash: string | null
  }
  readonly categories: readonly SnapshotCategory[]
  readonly figures: SnapshotFigures
  /** True when any score or competitor is invented: said on every page and file. */
  readonly synthetic: boolean
  readonly sources: readonly { readonly title: string; readonly url: string | null }[]
  readonly gaps: readonly string[]
}
