import { campaignOffices, storePhase } from '#app/adapters/db/campaigns.ts'
import { storeReleaseState } from '#app/adapters/db/releases.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { advancePhase } from '#app/domain/campaign/advance-phase.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { scheduleRelease as decideSchedule } from '#app/domain/results/publication.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actOnRelease } from './act-on-release.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { gateFacts } from './gate-facts.ts'

/** Sets the approved snapshot to be released at its instant; the campaign enters its embargo, if it is not in it yet. */
export const scheduleRelease = (
  ctx: Context,
  actor: Actor,
  { releaseId }: { readonly releaseId: string },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  actOnRelease(ctx, actor, releaseId, 'release.schedule', async ({ tx, now, campaign, found }) => {
    const { release, plannedFor } = found
    if (release.state === 'scheduled') return refuse('already-scheduled')
    const material = await loadMaterial(ctx, tx, campaign, plannedFor)
    if (!material.ok) return material
    const { blockers, snapshotHash } = material.value
    if (blockers.length > 0) return refuse('gate-closed', { blockers: blockers.map(({ code }) => code) })
    if (snapshotHash !== release.snapshotHash) return refuse('snapshot-changed')
    const decision = decideSchedule(release, actor, plannedFor, now)
    if (!decision.ok) return decision
    await storeReleaseState(tx, decision.value.release)
    const told = { ...inTwoLanguages('campaign', campaign.regulation.awardName), releaseAt: plannedFor }
    const notices = decision.value.notices.map((notice) => ({ ...notice, facts: told }))
    if (campaign.phase === 'embargo')
      return ok({ campaignId: campaign.id, entries: [decision.value.entry], notices })
    const gate = { gate: 'finalisation' as const, facts: gateFacts(decision.value.release) }
    const people = await campaignOffices(tx, campaign.id)
    const moved = advancePhase(campaign, 'embargo', 'publisher', gate, people)
    if (!moved.ok) return moved
    await storePhase(tx, ctx.ids, {
      campaign: moved.value.campaign,
      from: campaign.phase,
      by: actor.personId,
      now,
    })
    return ok({
      campaignId: campaign.id,
      entries: [decision.value.entry, moved.value.entry],
      notices: [...notices, ...moved.value.notices],
    })
  })
