import type { Instant } from '../kernel/instant.ts'
import type { Phase } from './phase.ts'
import type { BilingualText, Regulation } from './regulation.ts'

/**
 * One run of the award. Year, edition number and ceremony date are three separate facts: the edition of 2019
 * was celebrated on 29 January 2020 (product.md section 1).
 */
export type Campaign = {
  readonly id: string
  /** The public address; several campaigns may share a year. */
  readonly slug: string
  readonly year: number
  readonly editionNumber: number | null
  readonly phase: Phase
  readonly regulation: Regulation
  readonly regulationVersion: number
  /** SHA-256 of the canonical regulation; null until it is frozen at opening. */
  readonly regulationHash: string | null
  readonly frozenAt: Instant | null
  /** Replays and demonstrations say on every page that their scores are synthetic. */
  readonly synthetic: boolean
  /** Row version, for two people at once. */
  readonly version: number
}

/** One published wording of the rules. A later one never alters a sheet sealed under an earlier one. */
export type RegulationVersion = {
  readonly campaignId: string
  readonly number: number
  readonly document: Regulation
  readonly hash: string
  readonly frozenAt: Instant
  /** Why it differs from the one before, as published; null for the first. */
  readonly reason: BilingualText | null
}

export const isFrozen = (campaign: Campaign): boolean => campaign.frozenAt !== null

/** Digest of a document in its canonical form, lower-case hex; the hash function belongs to the caller. */
export type HashOf = (document: unknown) => string
