import type { AdviceDocument } from '../advice/advice.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { CategoryScores } from '../scoring/aggregate.ts'
import type { CommittedSheet } from '../scoring/commitment.ts'
import type { PlenaryFile } from '../scoring/plenary.ts'
import type { PublicDraw } from '../scoring/lot.ts'
import type { Shortlisted } from '../scoring/shortlist.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import type { AwardDecision } from './award-decision.ts'
import type { FlagMotionRecord } from './vote-record.ts'

/**
 * `superseded`: reopened and sealed again. `voided`: removed by a recusal or a decision. `first_round`: it counted in the
 * first of two rounds, and the result is that of the second. All stay listed.
 */
export type BundleSheet = {
  readonly commitment: string
  readonly saltHex: string
  readonly record: CommittedSheet
  readonly status: 'counted' | 'first_round' | 'superseded' | 'voided'
}
/** A vote of the plenary that settled a flag. */
export type FlagVote = { readonly nominationId: string; readonly vote: FlagMotionRecord }
export type BundleCategory = {
  readonly code: string
  readonly scores: CategoryScores
  readonly ranking: readonly RankedNomination[]
  readonly finalists: readonly string[]
  /** Finalists without an official score: the plenary decided on them. */
  readonly plenary: readonly PlenaryFile[]
  /** What the plenary voted on flags. */
  readonly flags: readonly FlagVote[]
  readonly references: ReadonlyMap<string, string>
  /** The order drawn between equals, and the public draw that anyone can take it from again; null without a lot. */
  readonly lot: { readonly order: readonly string[]; readonly draw: PublicDraw } | null
  /** Who advanced to the second round and from what; null where the award has one. */
  readonly firstRound: { readonly places: number; readonly advanced: readonly Shortlisted[] } | null
}
export type BundleInput = {
  readonly campaign: { readonly id: string; readonly year: number; readonly synthetic: boolean }
  readonly regulation: Regulation
  readonly regulationVersion: number
  /** Versions before it under which a sheet was sealed: that sheet is judged by them. */
  readonly earlier: readonly { readonly version: number; readonly regulation: Regulation }[]
  readonly categories: readonly BundleCategory[]
  readonly sheets: readonly BundleSheet[]
  /** The advisory figures that the jury saw, by category; none where the worker made none. */
  readonly advice?: readonly AdviceDocument[]
  readonly decisions: readonly AwardDecision[]
  readonly minutes: readonly { readonly number: string; readonly sha256: string }[]
}
