import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type CampaignLine = {
  readonly id: string
  readonly slug: string
  readonly year: number
  readonly editionNumber: number | null
  readonly awardName: Localized
  readonly phase: Phase
  readonly closesAt: Instant | null
  readonly synthetic: boolean
  /** Only those who may read the rules in preparation are led to them. */
  readonly setup: boolean
}
export type CampaignsScreen = {
  readonly campaigns: readonly CampaignLine[]
  readonly mayPrepare: boolean
  readonly now: Instant
}

const READERS: readonly string[] = ['organiser', 'secretariat', 'auditor']

/** The campaigns in which this person holds an office that reads the control tower, newest first. */
export async function myCampaigns(ctx: Context, actor: Actor): Promise<Result<CampaignsScreen, 'not-found'>> {
  const mayPrepare = decide(actor, 'campaign.prepare', { campaignId: null, phase: null }).ok
  const ids = actor.grants.flatMap(({ role, campaignId }) =>
    campaignId !== null && READERS.includes(role) ? [campaignId] : [],
  )
  if (ids.length === 0 && !mayPrepare) return refuse('not-found')
  const rows = await ctx.db.office.campaign.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      slug: true,
      year: true,
      editionNumber: true,
      awardName: true,
      phase: true,
      closesAt: true,
      synthetic: true,
    },
    orderBy: [{ year: 'desc' }, { createdAt: 'desc' }],
    take: 100,
  })
  const campaigns = rows.map((row) => ({
    ...row,
    awardName: row.awardName as Localized,
    phase: row.phase as Phase,
    closesAt: row.closesAt && instantOf(row.closesAt),
    setup: decide(actor, 'campaign.read-setup', { campaignId: row.id, phase: row.phase as Phase }).ok,
  }))
  return ok({ campaigns, mayPrepare, now: await awardNow(ctx.db.office) })
}
