import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { DocumentHead, NamedNomination } from './records.ts'

/** The one request for what is missing (product.md section 7). */
export type CompletionRequestRecord = DocumentHead &
  NamedNomination & {
    /** The coded reasons in words. */
    readonly reasons: readonly Localized[]
    /** As the clerk wrote it, in the language that was chosen. */
    readonly message: string
    readonly requestedAt: Instant
    readonly dueAt: Instant
    readonly workingDays: number
  }

/** The decision of two clerks; neither is named in the letter. */
export type EligibilityDecisionRecord = DocumentHead &
  NamedNomination & {
    readonly outcome: 'admissible' | 'inadmissible'
    readonly reasons: readonly Localized[]
    readonly comment: string | null
    readonly checks: readonly { readonly label: Localized; readonly verdict: 'compliant' | 'not' | 'na' }[]
    readonly decidedAt: Instant
    /** Until when an inadmissible nomination may be appealed; null for an admissible one. */
    readonly appealUntil: Instant | null
  }

/** The answer of two hands to an appeal; neither is named in the letter. */
export type AppealDecisionRecord = DocumentHead &
  NamedNomination & {
    /** The number that the appeal was given when it arrived. */
    readonly appeal: string
    readonly outcome: 'upheld' | 'dismissed'
    /** The coded reasons in words. */
    readonly reasons: readonly Localized[]
    /** What the signatory wrote, and what was answered, each in the language that was chosen. */
    readonly grounds: string
    readonly answer: string
    readonly filedAt: Instant
    readonly answeredAt: Instant
  }

/** The decision that takes a nomination out of the competition; neither of its two hands is named in the letter. */
export type DisqualificationRecord = DocumentHead &
  NamedNomination & {
    /** The coded reason in words. */
    readonly reason: Localized
    readonly text: { readonly ar: string; readonly fr: string }
    readonly decidedAt: Instant
  }

export type RegisterLine = Omit<NamedNomination, 'category'> & {
  readonly receivedAt: Instant
  readonly receiptNumber: string
  /** SHA-256 of the frozen dossier. */
  readonly dossierSha256: string
}
/** Every nomination received in time, as the closing of the campaign found it. */
export type RegisterRecord = DocumentHead & {
  readonly closedAt: Instant
  readonly categories: readonly { readonly name: Localized; readonly lines: readonly RegisterLine[] }[]
}
