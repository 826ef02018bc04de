import type { Phase } from '../campaign/phase.ts'

/** What the policy must know of the thing asked about. A fact that was not loaded counts as no. */
export type PolicyFacts = {
  readonly campaignId: string | null
  readonly phase: Phase | null
  /** The lead administration of the nomination, mandate or complaint. */
  readonly administrationId?: string | null
  /** The person the thing belongs to (account, notice, invitation, sheet, complaint). */
  readonly ownerId?: string | null
  /** The actor is recused from this nomination, or a rule excludes them. */
  readonly recused?: boolean
  readonly charterSigned?: boolean
  /** The actor declared their interests about this nomination. */
  readonly declared?: boolean
  readonly assigned?: boolean
  /** The chair may not act on this file or category, and the actor is the deputy. */
  readonly deputises?: boolean
  /** Who made the first of two hands' acts (proposal, decision contested). */
  readonly firstHand?: string | null
  /** Everyone who took part in the decision now contested. */
  readonly involved?: readonly string[]
  /** An appeal against the file's inadmissibility waits for its answer. */
  readonly appealed?: boolean
  readonly ownSealed?: boolean
  readonly listPublic?: boolean
  readonly evaluationClosed?: boolean
}
