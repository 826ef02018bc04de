import { lockCampaign } from '#app/adapters/db/campaigns.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import {
  insertRelease,
  loadApprovers,
  loadCurrentRelease,
  storeReleaseCancelled,
} from '#app/adapters/db/releases.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { notify } from '#app/domain/notice/notice.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { permitOnRelease } from './act-on-release.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

export type Preparation = { readonly campaignId: string; readonly embargoUntil: Instant }
type Prepared = Act<{ readonly releaseId: string; readonly snapshotHash: string }>

/**
 * Builds the public document from the signed decisions, and asks for two consents to exactly it. Preparing again
 * cancels what was in hand, and the consents given to it.
 */
export const prepareRelease = (ctx: Context, actor: Actor, input: Preparation): Promise<Result<Prepared>> =>
  run(ctx, actor, { db: 'office', role: 'publisher' }, async ({ tx, now }): Promise<Result<Prepared>> => {
    const campaign = await lockCampaign(tx, input.campaignId)
    if (!campaign) return refuse('not-found')
    const permit = permitOnRelease(actor, 'release.prepare', campaign, null)
    if (!permit.ok) return permit
    if ((await categoriesApart(tx, actor, campaign)).size > 0) return refuse('actor-conflicted')
    if (input.embargoUntil < now) {
      return refuse(
        'embargo-past',
        { embargoUntil: input.embargoUntil },
        { embargoUntil: 'results.errors.past' },
      )
    }
    const material = await loadMaterial(ctx, tx, campaign, input.embargoUntil)
    if (!material.ok) return material
    const { blockers, snapshot, snapshotHash } = material.value
    if (blockers.length > 0 || snapshot === null) {
      return refuse('gate-closed', { blockers: [...new Set(blockers.map(({ code }) => code))] })
    }
    const standing = await loadCurrentRelease(tx, campaign.id)
    if (standing?.release.snapshotHash === snapshotHash) return refuse('release-unchanged')
    const releaseId = ctx.ids.rowId()
    const entry = (act: EntryDraft['act'], id: string, hash: string): EntryDraft => ({
      ...{ act, subject: { type: 'release', id }, campaignId: campaign.id },
      facts: { snapshotHash: hash, embargoUntil: input.embargoUntil },
    })
    if (standing) await storeReleaseCancelled(tx, standing.release.id)
    const { embargoUntil } = input
    await insertRelease(tx, {
      id: releaseId,
      campaignId: campaign.id,
      embargoUntil,
      snapshotHash,
      by: actor.personId,
      now,
    })
    const voided = standing
      ? [entry('releaseCancelled', standing.release.id, standing.release.snapshotHash)]
      : []
    const approvers = await loadApprovers(tx, campaign.id)
    const told = inTwoLanguages('campaign', campaign.regulation.awardName)
    return ok({
      ...{ releaseId, snapshotHash, entries: [...voided, entry('releasePrepared', releaseId, snapshotHash)] },
      notices: notify('release-to-approve', approvers, campaign.id, told),
    })
  })
