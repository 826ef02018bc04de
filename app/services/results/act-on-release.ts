import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { findCampaignOfRelease, loadRelease, type ReleaseCase } from '#app/adapters/db/releases.ts'
import type { Action } from '#app/domain/access/action.ts'
import { type Actor, isSystem, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { run, type Trace, type Unit } from '#app/services/run.ts'

export type OnRelease = Unit & { readonly campaign: Campaign; readonly found: ReleaseCase }

/** For the audit entry: the hand that acts. */
export const handOf = (actor: Actor, campaignId: string): string =>
  isSystem(actor) ? 'system' : seatIn(actor, campaignId)?.role === 'chair' ? 'chair' : 'publisher'

/** Whether the policy lets this act be; a stranger hears that there is nothing. */
export function permitOnRelease(
  actor: Actor,
  action: Action,
  campaign: Campaign,
  found: ReleaseCase | null,
): Result<unknown> {
  const own = found?.release.approvals.some(({ personId }) => personId === actor.personId)
  const permit = decide(actor, action, {
    campaignId: campaign.id,
    phase: campaign.phase,
    firstHand: own === true ? actor.personId : null,
  })
  return !permit.ok && permit.reason === 'wrong-role' ? refuse('not-found') : permit
}

/**
 * One act on a release in hand: the campaign's row is locked first, so that acts of a release follow one another. Nobody
 * releases a result in which a body that they act for competes: the whole of it is read to be consented to.
 */
export async function actOnRelease<T extends Trace>(
  ctx: Context,
  actor: Actor,
  releaseId: string,
  action: Action,
  work: (unit: OnRelease) => Promise<Result<T>>,
): Promise<Result<T>> {
  const campaignId = await findCampaignOfRelease(ctx.db.office, releaseId)
  if (!campaignId) return refuse('not-found')
  const as = { db: 'office' as const, role: handOf(actor, campaignId) }
  return run(ctx, actor, as, async ({ tx, now }): Promise<Result<T>> => {
    const campaign = await lockCampaign(tx, campaignId)
    const found = await loadRelease(tx, releaseId)
    if (!campaign || !found) return refuse('not-found')
    const published = found.release.state === 'published'
    const permit = permitOnRelease(actor, action, campaign, found)
    if (!permit.ok) return published && permit.reason === 'wrong-phase' ? refuse('already-published') : permit
    if ((await categoriesApart(tx, actor, campaign)).size > 0) return refuse('actor-conflicted')
    if (found.cancelled) return refuse('release-cancelled')
    return work({ tx, now, campaign, found })
  })
}
