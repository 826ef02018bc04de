import { campaignSlugs, insertCampaign, loadCampaign } from '#app/adapters/db/campaigns.ts'
import { insertGrant } from '#app/adapters/db/campaign-grants.ts'
import { insertDraft } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import {
  cloneCampaign,
  type NewCampaign,
  prepareCampaign as prepare,
  type PrepareReason,
} from '#app/domain/campaign/clone-campaign.ts'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import { legalOffset } from './rules-of.ts'

export type CampaignStart = {
  readonly year: number
  readonly slug: string
  readonly editionNumber: number | null
  readonly opensAt: Instant
  /** The template of 2016-2021, or the earlier campaign whose rules are copied. */
  readonly source: 'template' | { readonly campaignId: string }
}
export type PrepareRefusal = PrepareReason | PermitReason | 'wrong-role' | 'source-not-found'

async function draft({ tx }: Unit, actor: Actor, fresh: NewCampaign, source: CampaignStart['source']) {
  const existing = await campaignSlugs(tx)
  if (source === 'template')
    return prepare(fresh, templateRegulation(fresh.opensAt, legalOffset), existing, {
      source,
      offsetAt: legalOffset,
    })
  const earlier = await loadCampaign(tx, source.campaignId)
  if (!earlier) return refuse('source-not-found', {}, { source: 'errors.choice' })
  // The draft of somebody else's campaign is not public; only its frozen rules are.
  if (earlier.frozenAt === null) {
    const permit = permitOn(actor, 'campaign.read-setup', earlier)
    if (!permit.ok) return refuse('source-not-found', {}, { source: 'errors.choice' })
  }
  return cloneCampaign(earlier, fresh, existing, legalOffset)
}

/** Begins a campaign in preparation. An organiser who begins one organises it; an administrator names who will. */
export const prepareCampaign = (
  ctx: Context,
  actor: Actor,
  input: CampaignStart,
): Promise<Result<Act<{ readonly campaignId: string }>, PrepareRefusal>> =>
  run(ctx, actor, { db: 'office', role: 'organiser' }, async (unit) => {
    const permit = decide(actor, 'campaign.prepare', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const { source, ...rest } = input
    const prepared = await draft(unit, actor, { id: ctx.ids.rowId(), ...rest }, source)
    if (!prepared.ok) return prepared
    const { campaign, entry } = prepared.value
    await insertCampaign(unit.tx, campaign, unit.now)
    await insertDraft(unit.tx, ctx.ids, campaign, actor.personId, unit.now)
    if (permit.value.as === 'organiser') {
      await insertGrant(unit.tx, ctx.ids, {
        personId: actor.personId,
        role: 'organiser',
        campaignId: campaign.id,
        now: unit.now,
      })
    }
    return ok({ campaignId: campaign.id, entries: [entry], notices: [] })
  })
