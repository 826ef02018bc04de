import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { openCampaigns, ownAdministrations } from './home.ts'

/** What starting takes: the open campaign (the one asked for, else the first), its categories and conditions, one's bodies. */
export async function startScreen(ctx: Context, actor: Actor, asked: string | null) {
  const campaigns = await openCampaigns(ctx)
  const chosen = campaigns.find(({ id }) => id === asked) ?? campaigns[0]
  const campaign = chosen && (await loadCampaign(ctx.db.applicant, chosen.id))
  if (!chosen || !campaign) return refuse('not-found') as Result<never, 'not-found'>
  const { participation, categories } = campaign.regulation
  return ok({
    now: await awardNow(ctx.db.applicant),
    campaigns,
    campaign: chosen,
    categories: categories.map(({ code, name, description }) => ({ code, name, description })),
    months: participation.minimumMonthsInService,
    quota: participation.perAdministrationAndCategory,
    administrations: (await ownAdministrations(ctx, actor)).filter(({ isApproved }) => isApproved),
  })
}
