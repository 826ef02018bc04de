import { ok, refuse } from '../kernel/result.ts'
import { atCategory, mayEnter } from '../category/category.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf } from './nomination.ts'
import { buildReference, DEFAULT_SERIES } from './reference.ts'
import type { Actor } from '../access/actor.ts'
import type { AdministrationState } from '../administration/administration.ts'
import type { Campaign } from '../campaign/campaign.ts'
import type { Counted } from '../category/category.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { Changed, Nomination } from './nomination.ts'

export type StartFacts = {
  readonly campaign: Campaign
  readonly administration: { readonly id: string; readonly type: string; readonly state: AdministrationState }
  readonly existing: readonly Counted[]
}
export type StartInput = {
  readonly id: string
  readonly categoryCode: string
  readonly sequence: number
  readonly series?: string
  readonly now: Instant
}
export type StartReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-phase'
  | 'deadline-passed'
  | 'waited-too-long'
  | 'administration-not-approved'
  | 'administration-type'
  | 'unknown-category'
  | 'quota-reached'
  | 'reference-unreadable'

const freshDraft = (
  { campaign, administration }: StartFacts,
  input: StartInput,
  reference: string,
): Nomination => ({
  id: input.id,
  campaignId: campaign.id,
  categoryCode: input.categoryCode,
  administrationId: administration.id,
  partnerIds: [],
  reference,
  state: 'draft',
  title: {},
  visaRequestedBy: null,
  visaRequestedAt: null,
  submittedAt: null,
  withdrawnAt: null,
  depositedVersions: 0,
  version: 1,
})

/**
 * Starts a nomination in a category: an editor or signatory of an approved administration of an admitted type,
 * before the closing, within the number of nominations per category. The reference is given here, once.
 */
export function startNomination(
  facts: StartFacts,
  actor: Actor,
  input: StartInput,
): Result<Changed, StartReason> {
  const { campaign, administration } = facts
  const acting = actingFor({ administrationId: administration.id }, actor, false)
  if (!acting.ok) return acting
  if (campaign.phase !== 'nominations') return refuse('wrong-phase', { phase: campaign.phase })
  const timely = inTime(input.now, input.now, campaign.regulation.calendar.nominationsClose)
  if (!timely.ok) return timely
  if (administration.state !== 'approved') return refuse('administration-not-approved')
  if (!campaign.regulation.participation.administrationTypes.includes(administration.type)) {
    return refuse('administration-type', { type: administration.type })
  }
  const category = mayEnter(campaign.regulation, input.categoryCode, administration.id, facts.existing)
  if (!category.ok) return atCategory(category, 'categoryCode')
  const reference = buildReference({
    series: input.series ?? DEFAULT_SERIES,
    year: campaign.year,
    sequence: input.sequence,
  })
  if (!reference.ok) return reference
  const nomination = freshDraft(facts, input, reference.value)
  const told = { administrationId: administration.id, category: category.value.code }
  return ok({ nomination, entry: entryOf('nominationStarted', nomination, told), notices: [] })
}
