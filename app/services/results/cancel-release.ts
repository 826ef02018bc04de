import { storeReleaseCancelled } from '#app/adapters/db/releases.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actOnRelease } from './act-on-release.ts'

/** Takes a release back before its instant: the consents given to it are void, and nothing is published. */
export const cancelRelease = (
  ctx: Context,
  actor: Actor,
  { releaseId }: { readonly releaseId: string },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  actOnRelease(ctx, actor, releaseId, 'release.schedule', async ({ tx, campaign, found }) => {
    const { release } = found
    if (release.state === 'published') return refuse('already-published')
    await storeReleaseCancelled(tx, releaseId)
    const entry = {
      ...{
        act: 'releaseCancelled' as const,
        subject: { type: 'release', id: releaseId },
        campaignId: campaign.id,
      },
      facts: { snapshotHash: release.snapshotHash, approvals: release.approvals.length },
    }
    return ok({ campaignId: campaign.id, entries: [entry], notices: [] })
  })
