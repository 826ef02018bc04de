import type { Instant } from '../kernel/instant.ts'

/** Reasons of an inadmissible file; their Arabic and French sentences are `secretariat:reasons.<code>`. */
export const INADMISSIBLE_REASONS = [
  'administration-not-entitled',
  'visa-not-entitled',
  'not-in-service',
  'wrong-category',
  'too-many-nominations',
  'already-awarded',
  'incomplete-after-request',
  'evidence-unreadable',
  'service-unreachable',
  'declaration-missing',
  'received-late',
  'other',
] as const
export type InadmissibleReason = (typeof INADMISSIBLE_REASONS)[number]
export type Outcome = 'admissible' | 'inadmissible'

export type ScreeningDecision = {
  readonly id: string
  readonly nominationId: string
  readonly outcome: Outcome
  readonly reasons: readonly InadmissibleReason[]
  readonly comment: string | null
  readonly state: 'proposed' | 'validated' | 'returned'
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly settledBy: string | null
  readonly settledAt: Instant | null
}

export const isInadmissibleReason = (text: string): text is InadmissibleReason =>
  (INADMISSIBLE_REASONS as readonly string[]).includes(text)
