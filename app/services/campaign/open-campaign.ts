import { campaignAudience, lockCampaign, storeCampaign, storePhase } from '#app/adapters/db/campaigns.ts'
import { freezeDraft, latestRegulation, syncCategories } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { AdvanceReason } from '#app/domain/campaign/advance-phase.ts'
import { openCampaign as open } from '#app/domain/campaign/opening.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import type { RevisionOf } from './revise.ts'
import { hashWith, legalOffset } from './rules-of.ts'

export type OpenReason = AdvanceReason | PermitReason | 'already-frozen' | 'stale-version'

/** Opens nominations: the regulation passes its gate, is frozen with its hash, and everybody concerned is told. */
export const openCampaign = (
  ctx: Context,
  actor: Actor,
  input: RevisionOf,
): Promise<Result<Act<{ readonly hash: string }>, OpenReason>> =>
  run(ctx, actor, { db: 'office', role: 'organiser' }, async ({ tx, now }) => {
    const campaign = await lockCampaign(tx, input.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = permitOn(actor, 'campaign.open', campaign)
    if (!permit.ok) return permit
    if (campaign.version !== input.version) return refuse('stale-version', { version: campaign.version })
    const hashOf = hashWith(ctx)
    const draft = await latestRegulation(tx, campaign.id)
    const decision = open(campaign, {
      now,
      offsetAt: legalOffset,
      hashOf,
      signed: draft !== null && draft.adoptedHash === hashOf(campaign.regulation),
      people: await campaignAudience(tx, campaign.id),
    })
    if (!decision.ok) return decision
    const { campaign: opened, version, entry, notices } = decision.value
    await freezeDraft(tx, version)
    await storeCampaign(tx, opened)
    await storePhase(tx, ctx.ids, { campaign: opened, from: campaign.phase, by: actor.personId, now })
    await syncCategories(tx, ctx.ids, opened.id, opened.regulation)
    return ok({ hash: version.hash, entries: [entry], notices })
  })
