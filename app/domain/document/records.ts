import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'

/**
 * What each official document says, complete: the page is set from it alone, and it travels inside the PDF as JSON.
 * Nothing here may come from the clock or from chance, so that the same record gives the same bytes.
 */
export type DocumentHead = {
  readonly number: string
  /** Crockford base 32 in groups of four: `7F3K-91QD-2M4X`. */
  readonly checkCode: string
  readonly checkUrl: string
  readonly issuedAt: Instant
  readonly place: Localized | null
  readonly authority: Localized
  readonly award: Localized
  /** Millésime of the campaign. */
  readonly year: number
  /** True when any figure or score in it is synthetic (replay, demonstration): a line on every page says so. */
  readonly synthetic: boolean
}

/** A nomination as a document names it. */
export type NamedNomination = {
  readonly reference: string
  readonly title: Localized
  readonly category: Localized
  readonly administration: Localized
}

export type ReceiptRecord = DocumentHead & {
  readonly reference: string
  readonly version: number
  readonly receivedAt: Instant
  readonly closesAt: Instant
  readonly title: Localized
  readonly category: Localized
  readonly administration: Localized
  readonly partners: readonly Localized[]
  readonly signatory: { readonly name: string; readonly capacity: Localized | null }
  /** SHA-256 of the frozen dossier version. */
  readonly dossierSha256: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}
export type MinutesAttendant = {
  readonly name: string
  readonly seat: Localized
  readonly role: 'juror' | 'chair' | 'deputy' | 'expert'
  readonly arrivedAt: Instant | null
  readonly leftAt: Instant | null
}
/** A vote between finalists: how it, or its tie, was decided. */
export type MinutesElection = {
  /** True where the papers ranked the finalists, false for the ballot between the two that were tied. */
  readonly ranked: boolean
  readonly outcome: 'elected' | 'electedByCastingVote' | 'tied'
  readonly method: Localized
}
export type MinutesVote = {
  readonly motion: Localized
  readonly form: 'open' | 'secret'
  readonly inFavour: number
  readonly against: number
  readonly blank: number
  readonly castingVote: boolean
  readonly carried: boolean
  /** Seats that the question was put to, present or not, and papers in the box; absent in older minutes. */
  readonly eligible?: number
  readonly cast?: number
  /** Absent in older minutes and of a vote that is no choice between finalists. */
  readonly election?: MinutesElection
}
export type MinutesDecision = {
  readonly slot: Localized
  readonly outcome: 'awarded' | 'shared' | 'withheld'
  readonly winners: readonly {
    readonly reference: string
    readonly title: Localized
    readonly administration: Localized
  }[]
  readonly reason: Localized | null
}
export type MinutesRanked = {
  readonly rank: number | null
  readonly reference: string
  readonly title: Localized
  readonly score: string | null
  /** Sheets that the score was computed from; absent in older minutes and in those of a shortlist. */
  readonly sheets?: number
}
export type MinutesPlenary = {
  readonly reference: string
  readonly title: Localized
  readonly sheets: number
  readonly quorum: number
  readonly reason: Localized
}
/** One recusal of those who left: whose, from which nomination, and the category of its ground, never its words. */
export type MinutesRecusal = {
  readonly name: string
  readonly reference: string
  readonly ground: Localized
}
/** The arithmetic of section 6.2 of scoring.md: required = share of the eligible, rounded up; eligible = seats − recused. */
export type MinutesQuorum = {
  readonly required: number
  readonly present: number
  /** Absent in older minutes. `share` as the regulation writes it: `2/3`. */
  readonly of?: {
    readonly seats: number
    readonly recused: number
    readonly eligible: number
    readonly share: string
  }
}
export type MinutesItem = {
  readonly category: Localized
  readonly quorum: MinutesQuorum
  /** Names of those who left the room for this item. */
  readonly recused: readonly string[]
  /** Why, nomination by nomination; absent in older minutes and where nobody left. */
  readonly recusals?: readonly MinutesRecusal[]
  /** `score` is display text; the exact value stays in the record of the result. */
  readonly ranking: readonly MinutesRanked[]
  /** Files that the plenary decided on without an official score; absent where none was sent to it. */
  readonly plenary?: readonly MinutesPlenary[]
  /** The advisory figures shown, a sentence each; absent where nothing was voted or none was made. */
  readonly advice?: readonly Localized[]
  readonly votes: readonly MinutesVote[]
  /** By name, since the member asked; absent where nobody did. `reasons` in the member's own words. */
  readonly dissents?: readonly { readonly name: string; readonly reasons: string | null }[]
  readonly decisions: readonly MinutesDecision[]
  readonly remarks: Localized | null
}
/** Who advanced from the first of two rounds, at the cut, by category, with the places and scores of that round. */
export type RoundOfMinutes = {
  readonly places: number
  /** What both rounds weigh in the final score, per cent; absent where the second starts afresh. */
  readonly percents?: { readonly first: string; readonly second: string }
  readonly categories: readonly {
    readonly category: Localized
    readonly advanced: readonly MinutesRanked[]
  }[]
}
export type MinutesRecord = DocumentHead & {
  readonly session: { readonly openedAt: Instant; readonly closedAt: Instant | null }
  readonly attendance: readonly MinutesAttendant[]
  readonly items: readonly MinutesItem[]
  /** The public draw that told equals apart, and what it gave; absent where none was drawn. */
  readonly lot?: { readonly source: string; readonly outcome: string }
  /** Absent where the award has one round. */
  readonly firstRound?: RoundOfMinutes
  /** The rules and the sheets that the meeting decided on, and the program that counted; absent in older minutes. */
  readonly basis?: {
    readonly regulationSha256: string
    readonly sheetRoot: string
    readonly sheets: number
    readonly software: string
  }
  /** Digest of the ranking recomputed from the sealed sheets. */
  readonly rankingSha256: string
  readonly signatures: readonly {
    readonly name: string
    readonly role: MinutesAttendant['role']
    readonly signedAt: Instant | null
  }[]
}

/** Drawn up when the second of two rounds opens: whom the first one admitted to it, and from what. */
export type ShortlistingMinutesRecord = DocumentHead & {
  readonly closedAt: Instant
  readonly firstRound: RoundOfMinutes
  /** Nominations that had an official score in the first round. */
  readonly scored: number
  /** Merkle root of the commitments of every sheet that the round was computed from. */
  readonly sheetRoot: string
  /** Digest of the shortlist with its exact scores, as the log has it. */
  readonly shortlistSha256: string
}

export type Signatory = { readonly name: Localized; readonly capacity: Localized }

export type LaureateRecord = DocumentHead & {
  readonly prize: Localized
  readonly prizeType: 'excellence' | 'encouragement' | 'jury' | 'other'
  readonly category: Localized
  readonly recipient: Localized
  readonly service: Localized
  readonly citation: Localized | null
  readonly signatory: Signatory | null
}

/** For every nomination that was admitted to compete, whatever its result. */
export type ParticipationRecord = DocumentHead & {
  readonly reference: string
  readonly category: Localized
  readonly recipient: Localized
  readonly service: Localized
  readonly signatory: Signatory | null
}
