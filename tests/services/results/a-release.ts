import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { aMeeting, decideAll, must, type Rules, signAll } from '#tests/services/deliberation/a-meeting.ts'
import type { TestContext } from '#tests/support/context.ts'
import type { TestDb } from '#tests/support/db.ts'

/** A campaign decided, its minutes signed, with a publisher and an instant for the release two hours ahead. */
export async function aDecidedCampaign(test: TestDb, ctx: TestContext, rules: Rules = {}, opensAt?: Instant) {
  const met = await aMeeting(test, ctx, { rules, ...(opensAt === undefined ? {} : { opensAt }) })
  await decideAll(ctx, met)
  await signAll(test, ctx, met)
  const publisher = await met.given.officer('publisher', met.campaign.id)
  const second = await met.given.officer('publisher', met.campaign.id)
  const embargoUntil: Instant = instant(met.now + 7_200_000)
  const prepared = async () =>
    must(await prepareRelease(ctx, publisher, { campaignId: met.campaign.id, embargoUntil }))
  return { ...met, publisher, second, embargoUntil, prepared }
}
export type Decided = Awaited<ReturnType<typeof aDecidedCampaign>>

/** The same, approved by publisher and chair, and waiting for its instant. */
export async function aScheduledRelease(test: TestDb, ctx: TestContext, opensAt?: Instant) {
  const decided = await aDecidedCampaign(test, ctx, {}, opensAt)
  const { releaseId, snapshotHash } = await decided.prepared()
  must(await approveRelease(ctx, decided.publisher, { releaseId, snapshotHash }))
  must(await approveRelease(ctx, decided.chair.actor, { releaseId, snapshotHash }))
  must(await scheduleRelease(ctx, decided.publisher, { releaseId }))
  return { ...decided, releaseId, snapshotHash }
}
