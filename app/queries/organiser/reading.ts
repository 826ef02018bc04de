import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { OffsetAt } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'

/** What every page of a campaign says at its head. */
export type CampaignHead = {
  readonly id: string
  readonly slug: string
  readonly year: number
  readonly editionNumber: number | null
  readonly phase: Phase
  readonly version: number
  readonly synthetic: boolean
  readonly awardName: Localized
  readonly regulationVersion: number
  readonly regulationHash: string | null
  readonly now: Instant
  /** Which buttons this person has: asked of the same policy as the acts. */
  readonly can: Readonly<Record<HeadAct, boolean>>
}
const HEAD_ACTS = {
  edit: 'campaign.edit',
  adopt: 'campaign.sign-regulation',
  open: 'campaign.open',
  extend: 'campaign.extend',
  reviseHolidays: 'campaign.revise-holidays',
  readSetup: 'campaign.read-setup',
  readLetters: 'outbox.read',
} as const satisfies Record<string, Action>
type HeadAct = keyof typeof HEAD_ACTS

export const mayOn = (actor: Actor, action: Action, { id, phase }: Pick<Campaign, 'id' | 'phase'>): boolean =>
  decide(actor, action, { campaignId: id, phase }).ok

export const legalOffset: OffsetAt = (at) => legalOffsetMinutes(at)

export function headOf(campaign: Campaign, actor: Actor, now: Instant): CampaignHead {
  const { id, slug, year, editionNumber, phase, version, synthetic, regulationVersion, regulationHash } =
    campaign
  const can = Object.fromEntries(
    Object.entries(HEAD_ACTS).map(([name, action]) => [name, mayOn(actor, action, campaign)]),
  ) as Record<HeadAct, boolean>
  const { awardName } = campaign.regulation
  return {
    ...{ id, slug, year, editionNumber, phase, version, synthetic, awardName },
    ...{ regulationVersion, regulationHash, now, can },
  }
}

/** Loads a campaign for one reading act; without the right it is not there. */
export async function campaignFor(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  action: Action,
): Promise<Result<{ readonly campaign: Campaign; readonly now: Instant }, 'not-found'>> {
  const campaign = await loadCampaign(ctx.db.office, campaignId)
  if (!campaign || !mayOn(actor, action, campaign)) return refuse('not-found')
  return ok({ campaign, now: await awardNow(ctx.db.office) })
}
