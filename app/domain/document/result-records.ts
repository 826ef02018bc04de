import type { ComplaintKind, ComplaintOutcome, ComplaintSubject } from '../complaint/complaint.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { DocumentHead, NamedNomination } from './records.ts'

/** What one competitor is told: the prize or none, never a score or a rank. */
export type ResultNotificationRecord = DocumentHead &
  NamedNomination & {
    readonly releasedAt: Instant
    /** The prizes won, empty when there is none. */
    readonly prizes: readonly { readonly label: Localized; readonly shared: boolean }[]
    readonly complaintUntil: Instant
    readonly resultsUrl: string
  }

/** Words for the competitor, drawn from all sealed sheets together: no juror, no score, no rank. */
export type FeedbackLetterRecord = DocumentHead &
  NamedNomination & {
    readonly releasedAt: Instant
    readonly strengths: readonly FeedbackPoint[]
    readonly improvements: readonly FeedbackPoint[]
    /** The remarks that jurors wrote for the applicant, in an order that says nothing of who wrote which. */
    readonly remarks: readonly string[]
  }
export type FeedbackPoint = { readonly criterion: Localized; readonly anchor: Localized | null }

export type PalmaresSlot = {
  readonly label: Localized
  readonly outcome: 'awarded' | 'shared' | 'withheld'
  readonly winners: readonly {
    readonly reference: string | null
    readonly title: Localized
    readonly administration: Localized
    readonly partners: readonly Localized[]
  }[]
}
export type PalmaresRecord = DocumentHead & {
  readonly releasedAt: Instant
  readonly categories: readonly { readonly name: Localized; readonly slots: readonly PalmaresSlot[] }[]
  readonly nominations: number | null
  readonly admissible: number | null
  /** SHA-256 of the snapshot that the public pages read. */
  readonly snapshotSha256: string
  readonly resultsUrl: string
}

/** What arrived about a nomination: in the words of its author, with its number, its instant and when its answer is due. */
export type ComplaintReceiptRecord = DocumentHead &
  NamedNomination & {
    readonly complaint: string
    readonly kind: ComplaintKind
    readonly about: ComplaintSubject
    readonly filedAt: Instant
    readonly dueAt: Instant
    readonly text: string
    /** Of the one reopening: `filedAt` and `text` are those of the request to look again. */
    readonly reopened?: true
  }

export type ComplaintAnswerRecord = DocumentHead &
  NamedNomination & {
    readonly complaint: string
    readonly kind: ComplaintKind
    readonly about: ComplaintSubject
    readonly filedAt: Instant
    readonly answeredAt: Instant
    readonly text: string
    readonly outcome: ComplaintOutcome
    readonly answer: string
    /** The one reopening was used. */
    readonly reopened: boolean
  }

/** The edition in figures, as the campaign is archived. A figure that the record does not hold is null. */
export type CampaignReportRecord = DocumentHead & {
  readonly phases: readonly { readonly phase: string; readonly at: Instant }[]
  readonly figures: readonly { readonly figure: ReportFigure; readonly value: number | null }[]
  readonly categories: readonly {
    readonly name: Localized
    readonly received: number
    readonly admissible: number
    readonly awarded: number
    readonly withheld: number
  }[]
  readonly regulationSha256: string
  readonly sheetRoot: string | null
  readonly resultsUrl: string
}
export const REPORT_FIGURES = [
  'received',
  'admissible',
  'inadmissible',
  'withdrawn',
  'completions',
  'administrations',
  'seats',
  'recusals',
  'sheets',
  'sessions',
  'awarded',
  'withheld',
] as const
export type ReportFigure = (typeof REPORT_FIGURES)[number]
