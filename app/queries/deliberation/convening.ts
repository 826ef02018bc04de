import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadCampaignSeats } from '#app/adapters/db/meeting-seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

/** Who can be asked to keep the record of a meeting, and when the calendar has it. */
export async function convening(ctx: Context, actor: Actor, campaignId: string) {
  const campaign = await loadCampaign(ctx.db.office, campaignId)
  if (!campaign) return refuse('not-found')
  const seats = await loadCampaignSeats(ctx.db.office, campaignId)
  const own = seats.find(({ personId }) => personId === actor.personId)
  const facts = { campaignId, phase: campaign.phase, charterSigned: own?.charterSigned ?? false }
  if (!decide(actor, 'session.convene', facts).ok) return refuse('not-found')
  return ok({
    campaignId,
    award: campaign.regulation.awardName,
    year: campaign.year,
    deliberation: campaign.regulation.calendar.deliberation,
    secretaries: seats
      .filter(({ role }) => role !== 'chair')
      .map(({ id, name, label }) => ({ id, name, label })),
  })
}
