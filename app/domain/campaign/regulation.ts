import type { Instant } from '../kernel/instant.ts'
import type { Localized } from '../kernel/localized.ts'

/** Arabic and French both stand in every text of the regulation; English and Amazigh may. */
export type BilingualText = Localized & { readonly ar: string; readonly fr: string }

export type Level = { readonly level: number; readonly points: string; readonly anchor: Localized | null }
/** `weight`, `points` and `threshold` are decimal text or `p/q`, parsed exactly (section 1.8 of the scoring rules). */
export type Criterion = {
  readonly code: string
  readonly name: Localized
  readonly weight: string
  readonly levels: readonly Level[]
  /** The steps that the levels come from, when the scale is declared as a grid (`scoring/grid.ts`). */
  readonly grid?: { readonly min: string; readonly max: string; readonly step: string }
  readonly threshold: string | null
  /** Levels of this criterion at which a comment is required. Absent: those of the rubric. */
  readonly commentAt?: readonly number[]
}
export type MissingPolicy = 'exclude_sheet' | 'renormalise'
export type Rubric = {
  readonly example: boolean
  readonly criteria: readonly Criterion[]
  readonly missingPolicy: MissingPolicy
  /** `normalised`: criteria have different ranges and are brought to 0..1 before they are weighed. Absent: one range. */
  readonly ranges?: 'normalised'
  /** What the means of all criteria must reach together, unweighted (section 1.7). Absent: no such threshold. */
  readonly totalThreshold?: string
  /** Levels at which a comment is required, e.g. [1, 2, 5]. */
  readonly commentRequiredAt: readonly number[]
}

export const PRIZE_TYPES = ['excellence', 'encouragement', 'jury', 'other'] as const
export type PrizeType = (typeof PRIZE_TYPES)[number]
export type PrizeSlotRule = {
  readonly code: string
  readonly type: PrizeType
  readonly label: Localized
  readonly mayBeShared: boolean
  /** One prize that stands in several categories and is shared between their winners (2007): one winner in each. */
  readonly sharedAcross?: boolean
  readonly mayBeWithheld: boolean
  /** Advisory: below it the jury is asked to consider withholding. 0 to 100, decimal text. */
  readonly advisoryThreshold: string | null
}
export type CategoryRule = {
  readonly code: string
  readonly name: Localized
  readonly description: Localized
  readonly rubric: Rubric
  readonly slots: readonly PrizeSlotRule[]
}

export type Article = {
  readonly number: number
  readonly title: BilingualText
  readonly text: BilingualText
  /** The rules of this document that the article states, as paths (`jury.quorum`). */
  readonly carries: readonly string[]
}

export type Calendar = {
  readonly nominationsOpen: Instant
  readonly nominationsClose: Instant
  readonly screeningEnds: Instant
  readonly evaluationOpens: Instant
  readonly evaluationCloses: Instant
  readonly deliberation: Instant
  readonly release: Instant
  /** A date without hour, `2022-03-21`, or null while unknown. */
  readonly ceremonyDate: string | null
}

export type SeatRule = {
  readonly code: string
  readonly role: 'juror' | 'chair' | 'deputy' | 'expert'
  readonly label: Localized
}

/** The typed rules of one campaign: pages, forms, checks and the result all come from it (product.md section 3). */
export type Regulation = {
  readonly schema: 'imtiyaz.regulation/1'
  readonly awardName: Localized
  readonly organiser: Localized
  readonly purposes: Localized
  readonly calendar: Calendar
  readonly holidays: readonly {
    readonly date: string
    readonly name: Localized
    readonly provisional: boolean
  }[]
  readonly articles: readonly Article[]
  readonly categories: readonly CategoryRule[]
  readonly participation: {
    readonly administrationTypes: readonly string[]
    readonly perAdministrationAndCategory: number
    readonly minimumMonthsInService: number
    readonly evidence: { readonly files: number; readonly bytesEach: number; readonly videoSeconds: number }
  }
  readonly screening: {
    readonly checks: readonly { readonly code: string; readonly label: Localized }[]
    readonly completionWorkingDays: number
    readonly appealWorkingDays: number
  }
  readonly jury: {
    readonly seats: readonly SeatRule[]
    /** Sheets asked per nomination. */
    readonly readersPerNomination: number
    /** scoring.md section 1.5: q = max(minimumSheets, ceil(minimumShare * eligible)). Share is `p/q` text. */
    readonly minimumSheets: number
    readonly minimumShare: string
    readonly loadLimit: number
  }
  readonly scoring: {
    readonly aggregate: 'mean' | 'median' | 'trimmed'
    readonly trimMinimumSheets: number
    readonly decimals: number
    readonly lotNamed: boolean
    /** The public draw that decides between equals, named before the call opens: which one, of which day. */
    readonly lotSource?: string
    /**
     * Two rounds (section 1.7 of the scoring rules): so many of each category advance, all tied at the cut with them, and
     * are scored anew. The second round starts afresh, and its sheets alone make the result, unless the first is carried
     * over: `firstRoundPercent` is then W1 of W1 + W2 = 100, exact text from 0 to less than 100. Absent: one round.
     */
    readonly secondRound?: { readonly places: number; readonly firstRoundPercent?: string }
  }
  readonly deliberation: {
    /** `p/q` text, share of the seats not recused that must be present. */
    readonly quorum: string
    readonly vote: 'open' | 'secret'
    readonly majority: 'simple' | 'absolute' | 'two_thirds'
    readonly castingVote: boolean
  }
  readonly publication: {
    readonly candidateListPublic: boolean
    readonly level: 'L0' | 'L1' | 'L2'
    readonly complaintDays: number
    /** Calendar days within which the desk means to answer, however long it may take (section 13). Absent: thirty. */
    readonly complaintTargetDays?: number
  }
}

/** The categories as scored: what a sealed sheet refers to. */
export const categoryRule = (regulation: Regulation, code: string): CategoryRule | undefined =>
  regulation.categories.find((category) => category.code === code)
