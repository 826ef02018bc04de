import { campaignAudience, campaignOffices, storePhase } from '#app/adapters/db/campaigns.ts'
import { loadResultReaders, storeReleaseState } from '#app/adapters/db/releases.ts'
import { insertSnapshot } from '#app/adapters/db/snapshots.ts'
import { type Actor, isSystem } from '#app/domain/access/actor.ts'
import { hashBy } from '#app/domain/audit/bytes.ts'
import type { EntryDraft } from '#app/domain/audit/entry.ts'
import { advancePhase } from '#app/domain/campaign/advance-phase.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { notify } from '#app/domain/notice/notice.ts'
import { publishRelease } from '#app/domain/results/publication.ts'
import { publishedBundle } from '#app/domain/results/published-bundle.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actOnRelease, type OnRelease } from './act-on-release.ts'
import { issueDocuments } from '../issue.ts'
import { gateFacts } from './gate-facts.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { resultDocuments } from './result-documents.ts'
import { loadMaterial, type Material } from '#app/adapters/db/release-material.ts'

type Published = Act<{ readonly campaignId: string; readonly snapshotId: string }>

async function noticesOf({ tx, campaign }: OnRelease): Promise<readonly NoticeDraft[]> {
  const told = inTwoLanguages('campaign', campaign.regulation.awardName)
  const readers = await loadResultReaders(tx, campaign.id)
  return [
    ...notify('published', await campaignAudience(tx, campaign.id), campaign.id, told),
    ...readers.flatMap(({ personId, nominationId, reference, title }) =>
      notify('result-available', [personId], campaign.id, {
        reference,
        nominationId,
        ...inTwoLanguages('title', title),
      }),
    ),
  ]
}

async function storePublished(
  ctx: Context,
  { tx, now, campaign }: OnRelease,
  { snapshot, snapshotHash, minutes, bundle }: Material,
): Promise<Result<{ readonly id: string; readonly entry: EntryDraft }>> {
  const files = await bundle()
  if (!files.ok) return files
  const entry = publishedBundle({ campaign, minutes, files: files.value }, hashBy(ctx.crypto.sha256))
  if (snapshot === null || entry === null) return refuse('snapshot-changed')
  const id = ctx.ids.rowId()
  await insertSnapshot(tx, {
    ...{ id, campaignId: campaign.id, document: snapshot, hash: snapshotHash, at: now },
    files: files.value.map((file) => ({ ...file, sha256: ctx.crypto.sha256(file.content) })),
  })
  return ok({ id, entry })
}

/**
 * The release at its instant, by its publisher or by the clock: everything is recomputed, compared with what two
 * people approved, and made public in one transaction. Two at once publish once.
 */
export const publishResults = (
  ctx: Context,
  actor: Actor,
  { releaseId }: { readonly releaseId: string },
): Promise<Result<Published>> =>
  actOnRelease<Published>(ctx, actor, releaseId, 'campaign.publish', async (unit) => {
    const { tx, now, campaign, found } = unit
    const material = await loadMaterial(ctx, tx, campaign, found.plannedFor)
    if (!material.ok) return material
    const decision = publishRelease(found.release, material.value, now)
    if (!decision.ok) return decision
    const { release, entry } = decision.value
    const gate = { gate: 'release' as const, facts: { ...gateFacts(release), now } }
    const hand = isSystem(actor) ? 'system' : 'publisher'
    const moved = advancePhase(campaign, 'published', hand, gate, await campaignOffices(tx, campaign.id))
    if (!moved.ok) return moved
    const stored = await storePublished(ctx, unit, material.value)
    if (!stored.ok) return stored
    const { snapshot } = material.value
    if (snapshot === null) return refuse('snapshot-changed')
    const drafts = await resultDocuments(ctx, unit, campaign, { ...material.value, snapshot })
    await issueDocuments(ctx, unit, campaign.id, drafts)
    await storeReleaseState(tx, release)
    await storePhase(tx, ctx.ids, {
      campaign: moved.value.campaign,
      from: campaign.phase,
      by: actor.personId,
      now,
    })
    return ok({
      ...{ campaignId: campaign.id, snapshotId: stored.value.id },
      entries: [entry, stored.value.entry, moved.value.entry],
      notices: [...moved.value.notices, ...(await noticesOf(unit))],
    })
  })
