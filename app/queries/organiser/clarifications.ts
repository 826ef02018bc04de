import { nextClarification } from '#app/adapters/db/clarifications.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Clarification } from '#app/domain/campaign/clarification.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { clarificationPage } from '../clarification-page.ts'
import type { Page } from '../page.ts'
import { campaignFor, type CampaignHead, headOf, mayOn } from './reading.ts'

export type ClarificationsScreen = {
  readonly head: CampaignHead
  readonly clarifications: Page<Clarification>
  /** The number that the next one gets; the form posts it back. */
  readonly next: number
  readonly mayPublish: boolean
}

/** What was clarified, for those who run the campaign; the public reads the same texts. */
export async function clarificationsScreen(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  after: string | null = null,
): Promise<Result<ClarificationsScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'campaign.read-tower')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const [clarifications, next] = await Promise.all([
    clarificationPage(ctx.db.office, { id: campaign.id }, after),
    nextClarification(ctx.db.office, campaign.id),
  ])
  return ok({
    head: headOf(campaign, actor, now),
    clarifications,
    next,
    mayPublish: mayOn(actor, 'clarification.publish', campaign),
  })
}
