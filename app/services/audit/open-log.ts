import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/**
 * Lets the auditor of a campaign take the log away, to verify it where the platform has no hand. Taking it is itself an
 * act: it is entered before the first line is read, and so stands in the file.
 */
export const openLog = (
  ctx: Context,
  actor: Actor,
  campaignId: string,
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'auditor' },
    async ({ tx }): Promise<Result<Act<{ readonly campaignId: string }>>> => {
      const campaign = await loadCampaign(tx, campaignId)
      if (!campaign) return refuse('not-found')
      const permit = decide(actor, 'audit.read', { campaignId, phase: campaign.phase })
      if (!permit.ok) return permit
      const subject = { type: 'campaign', id: campaignId }
      return ok({ campaignId, entries: [{ act: 'logRead', subject, campaignId, facts: {} }], notices: [] })
    },
  )
