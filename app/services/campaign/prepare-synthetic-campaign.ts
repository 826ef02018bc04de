import { type CampaignRecord, storeRecordOf } from '#app/adapters/db/campaign-sources.ts'
import { campaignSlugs, insertCampaign } from '#app/adapters/db/campaigns.ts'
import { insertDraft } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { type NewCampaign, prepareCampaign, type PrepareReason } from '#app/domain/campaign/clone-campaign.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { legalOffset } from './rules-of.ts'

export type SyntheticStart = Omit<NewCampaign, 'id'> & {
  readonly regulation: Regulation
  /** The record that a replay follows; null for a campaign of the demonstration. */
  readonly record: CampaignRecord | null
}

/**
 * Begins a campaign whose nominations and scores are invented: a replay of the record, or a demonstration. It carries
 * the mark that every page, file and bundle of it repeats, and exists only where the whole database is a demonstration.
 */
export const prepareSyntheticCampaign = (
  ctx: Context,
  actor: Actor,
  input: SyntheticStart,
): Promise<
  Result<
    Act<{ readonly campaignId: string }>,
    PrepareReason | PermitReason | 'wrong-role' | 'not-a-demonstration'
  >
> =>
  run(ctx, actor, { db: 'office', role: 'administrator' }, async ({ tx, now }) => {
    if (!ctx.demonstration) return refuse('not-a-demonstration')
    const permit = decide(actor, 'campaign.prepare', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const { regulation, record, ...fresh } = input
    const source = record === null ? 'demonstration' : 'record'
    const prepared = prepareCampaign({ id: ctx.ids.rowId(), ...fresh }, regulation, await campaignSlugs(tx), {
      source,
      offsetAt: legalOffset,
    })
    if (!prepared.ok) return prepared
    // The calendar of a past edition is known whole, ceremony included: nothing is moved.
    const campaign = { ...prepared.value.campaign, regulation, synthetic: true }
    await insertCampaign(tx, campaign, now)
    await insertDraft(tx, ctx.ids, campaign, actor.personId, now)
    if (record !== null) await storeRecordOf(tx, campaign.id, record)
    return ok({ campaignId: campaign.id, entries: [prepared.value.entry], notices: [] })
  })
