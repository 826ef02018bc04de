import { campaignAudience, lockCampaign, storeCampaign } from '#app/adapters/db/campaigns.ts'
import { seatedPeople } from '#app/adapters/db/reminders.ts'
import { insertFrozen } from '#app/adapters/db/regulations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  extendDeadline as extend,
  type ExtensionReason,
  type ExtensionRequest,
} from '#app/domain/campaign/extension.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOn, type PermitReason } from './permit.ts'
import type { RevisionOf } from './revise.ts'
import { hashWith, legalOffset } from './rules-of.ts'

export type ExtendReason = ExtensionReason | PermitReason | 'stale-version'

/** A formal, published, dated act that applies to all: a new frozen regulation, and a notice to everyone. */
export const extendDeadline = (
  ctx: Context,
  actor: Actor,
  input: RevisionOf & ExtensionRequest,
): Promise<Result<Act<{ readonly closesAt: Instant }>, ExtendReason>> =>
  run(ctx, actor, { db: 'office', role: 'organiser' }, async ({ tx, now }) => {
    // FOR UPDATE waits for the submitting statement, which holds this row FOR SHARE from the test of its deadline to the end
    // of its act (`storeSubmission`), and makes the next one wait: none is judged by two deadlines.
    const campaign = await lockCampaign(tx, input.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = permitOn(actor, 'campaign.extend', campaign)
    if (!permit.ok) return permit
    if (campaign.version !== input.version) return refuse('stale-version', { version: campaign.version })
    const people = await campaignAudience(tx, campaign.id)
    const decision = extend(campaign, input, {
      now,
      offsetAt: legalOffset,
      hashOf: hashWith(ctx),
      people,
      jurors: await seatedPeople(tx, campaign.id),
    })
    if (!decision.ok) return decision
    const { campaign: extended, version, entry, notices } = decision.value
    await insertFrozen(tx, ctx.ids, version, actor.personId)
    await storeCampaign(tx, extended)
    return ok({ closesAt: extended.regulation.calendar.nominationsClose, entries: [entry], notices })
  })
