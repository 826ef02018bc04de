import { insertApproval } from '#app/adapters/db/releases.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { approveRelease as decideApproval, isApproved } from '#app/domain/results/publication.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actOnRelease } from './act-on-release.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'

export type Approving = {
  readonly releaseId: string
  /** The hash that the page showed: nobody consents to what they did not see. */
  readonly snapshotHash: string
}

/** One named consent to exactly the snapshot shown. What has changed since it was prepared is not consented to. */
export const approveRelease = (
  ctx: Context,
  actor: Actor,
  { releaseId, snapshotHash }: Approving,
): Promise<Result<Act<{ readonly campaignId: string; readonly approved: boolean }>>> =>
  actOnRelease(ctx, actor, releaseId, 'release.approve', async ({ tx, now, campaign, found }) => {
    const material = await loadMaterial(ctx, tx, campaign, found.plannedFor)
    if (!material.ok) return material
    if (material.value.blockers.length === 0 && material.value.snapshotHash !== found.release.snapshotHash) {
      return refuse('snapshot-changed')
    }
    const seen = { snapshotHash, blockers: material.value.blockers }
    const decision = decideApproval(found.release, actor, seen, now)
    if (!decision.ok) return decision
    const { release, entry, notices } = decision.value
    const given = release.approvals.at(-1)
    if (given) await insertApproval(tx, releaseId, given)
    return ok({ campaignId: campaign.id, approved: isApproved(release), entries: [entry], notices })
  })
