import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type MyReleases = readonly {
  readonly campaignId: string
  readonly award: Localized
  readonly year: number
  readonly phase: Phase
}[]

/** The campaigns whose release somebody prepares, approves or audits. */
export async function myReleases(ctx: Context, actor: Actor): Promise<Result<MyReleases>> {
  const ids = [
    ...actor.grants.flatMap(({ campaignId }) => (campaignId === null ? [] : [campaignId])),
    ...actor.seats.map(({ campaignId }) => campaignId),
  ]
  const rows = await ctx.db.office.campaign.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, awardName: true, year: true, phase: true },
    orderBy: [{ year: 'desc' }, { createdAt: 'desc' }],
    take: 50,
  })
  return ok(
    rows.flatMap(({ id, awardName, year, phase }) =>
      decide(actor, 'release.read', { campaignId: id, phase: phase as Phase }).ok
        ? [{ campaignId: id, award: awardName as Localized, year, phase: phase as Phase }]
        : [],
    ),
  )
}
