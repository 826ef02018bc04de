import type { InterestKind } from '../jury/conflict.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'
import type { DocumentHead, MinutesAttendant, NamedNomination } from './records.ts'

export type SeatHolder = {
  readonly name: string
  readonly seat: Localized
  readonly role: MinutesAttendant['role']
}

/** The letter that calls one member to a meeting. */
export type ConvocationRecord = DocumentHead & {
  readonly member: SeatHolder
  readonly convenedFor: Instant
  /** Where the meeting is held; null when it is held at a distance or not said yet. Older records have one text for both sides. */
  readonly venue: Localized | string | null
  readonly agenda: readonly { readonly category: Localized; readonly slots: readonly Localized[] }[]
  readonly presiding: string
  readonly secretary: string
  /** Share of the seats that must be present, `p/q`. */
  readonly quorum: string
}

export type CharterRecord = DocumentHead & {
  readonly member: SeatHolder
  readonly points: readonly Localized[]
  readonly signedAt: Instant
  /** SHA-256 of the text in the language in which it was signed. */
  readonly textSha256: string
}

export type InterestDeclarationRecord = DocumentHead & {
  readonly member: SeatHolder
  readonly declaredAt: Instant
  readonly declared: readonly {
    readonly reference: string
    readonly title: Localized
    readonly administration: Localized
    readonly kind: InterestKind
    /** The juror's own words, empty when there is no interest. */
    readonly words: string
  }[]
}

/** What the juror pointed at under a mark, as the dossier showed it when the sheet was sealed. */
export type PinnedEvidence =
  | { readonly kind: 'passage'; readonly part: number; readonly quote: string }
  | {
      readonly kind: 'page' | 'second' | 'piece'
      /** Its number and title in the dossier; null when it had been taken out by then. */
      readonly piece: { readonly number: number; readonly title: string } | null
      /** A page, minutes and seconds as `1:05`; null where the whole piece is meant. */
      readonly at: string | null
    }

export type ScoredCriterion = {
  readonly name: Localized
  /** Percent, decimal text. */
  readonly weight: string
  /**
   * As the juror gave it: the number of a level, or points on a scale of steps; null when not assessed. Records of
   * sheets sealed before there were steps hold a number here, and are printed again as they were.
   */
  readonly level: string | number | null
  /** The highest mark of the scale, told in the same way. */
  readonly highest: string | number
  readonly points: string | null
  /** The sentence of the level, when the rubric has one for it. */
  readonly anchor: Localized | null
  readonly comment: string
  /** Absent where nothing is pinned, and from sheets sealed before evidence could be. */
  readonly pins?: readonly PinnedEvidence[]
}
/** One sealed sheet of one juror: for that juror and the auditor. Private notes are not in it. */
export type ScoreSheetRecord = DocumentHead &
  NamedNomination & {
    readonly member: SeatHolder
    readonly round: number
    readonly example: boolean
    readonly criteria: readonly ScoredCriterion[]
    /** Weighted total on 100, display text with a comma; null when a criterion could not be assessed. */
    readonly total: string | null
    readonly remark: string
    readonly confidence: 'low' | 'medium' | 'high' | null
    readonly sealedAt: Instant
    readonly commitment: string
  }
