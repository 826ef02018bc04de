import { lockCampaign, storeCampaign } from '#app/adapters/db/campaigns.ts'
import { storeAdoption } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import type { RevisionOf } from './revise.ts'
import { hashWith } from './rules-of.ts'

/**
 * The organiser adopts the wording as it stands: its hash is kept beside the draft, and the opening gate asks for it.
 * Holes may remain; the gate lists them.
 */
export const adoptRegulation = (
  ctx: Context,
  actor: Actor,
  input: RevisionOf,
): Promise<Result<Act<{ readonly hash: string }>, PermitReason | 'stale-version'>> =>
  run(ctx, actor, { db: 'office', role: 'organiser' }, async ({ tx, now }) => {
    const campaign = await lockCampaign(tx, input.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = permitOn(actor, 'campaign.sign-regulation', campaign)
    if (!permit.ok) return permit
    if (campaign.version !== input.version) return refuse('stale-version', { version: campaign.version })
    const hash = hashWith(ctx)(campaign.regulation)
    await storeAdoption(tx, campaign.id, { hash, by: actor.personId, now })
    await storeCampaign(tx, { ...campaign, version: campaign.version + 1 })
    return ok({
      hash,
      notices: [],
      entries: [
        {
          act: 'regulationAdopted',
          subject: { type: 'campaign', id: campaign.id },
          campaignId: campaign.id,
          facts: { regulationHash: hash, regulationVersion: campaign.regulationVersion },
        },
      ],
    })
  })
