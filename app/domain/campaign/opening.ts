import { ok, refuse } from '../kernel/result.ts'
import { notify } from '../notice/notice.ts'
import { advancePhase } from './advance-phase.ts'
import { isFrozen } from './campaign.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { AdvanceReason } from './advance-phase.ts'
import type { Campaign, HashOf, RegulationVersion } from './campaign.ts'

export type Opening = {
  readonly campaign: Campaign
  readonly version: RegulationVersion
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type OpeningInput = {
  readonly now: Instant
  readonly offsetAt: OffsetAt
  readonly hashOf: HashOf
  readonly signed: boolean
  /** Who is told that the call is open. */
  readonly people: readonly string[]
}

/**
 * Opens nominations: the gate lets the regulation pass, then it is frozen with its hash as version 1
 * (product.md section 3). Refuses a campaign that is not in preparation, one already frozen, and every hole the
 * gate finds.
 */
export function openCampaign(
  campaign: Campaign,
  input: OpeningInput,
): Result<Opening, AdvanceReason | 'already-frozen'> {
  if (isFrozen(campaign)) return refuse('already-frozen')
  const { now, offsetAt, signed, hashOf, people } = input
  const facts = { regulation: campaign.regulation, signed, now, offsetAt }
  const advanced = advancePhase(campaign, 'nominations', 'organiser', { gate: 'opening', facts }, [])
  if (!advanced.ok) return advanced
  const hash = hashOf(campaign.regulation)
  const number = campaign.regulationVersion
  const opened: Campaign = { ...advanced.value.campaign, regulationHash: hash, frozenAt: now }
  const closesAt = campaign.regulation.calendar.nominationsClose
  return ok({
    campaign: opened,
    version: {
      campaignId: campaign.id,
      number,
      document: campaign.regulation,
      hash,
      frozenAt: now,
      reason: null,
    },
    entry: {
      act: 'campaignOpened',
      subject: { type: 'campaign', id: campaign.id },
      campaignId: campaign.id,
      facts: {
        from: 'preparation',
        to: 'nominations',
        regulationHash: hash,
        regulationVersion: number,
        closesAt,
      },
    },
    notices: notify('campaign-opened', people, campaign.id, { campaign: campaign.id, closesAt }),
  })
}
