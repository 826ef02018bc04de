import { campaignAudience, campaignOffices, loadCampaign, storePhase } from '#app/adapters/db/campaigns.ts'
import { type DocumentRow, insertDocument } from '#app/adapters/db/documents.ts'
import { countSeries } from '#app/adapters/db/minutes.ts'
import {
  findCampaignOfRelease,
  loadRelease,
  loadResultReaders,
  storeReleaseState,
} from '#app/adapters/db/releases.ts'
import { insertSnapshot } from '#app/adapters/db/snapshots.ts'
import { awardNow, isDuplicate, readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, holdsGrant, isSystem } from '#app/domain/access/actor.ts'
import { advancePhase } from '#app/domain/campaign/advance-phase.ts'
import { DOCUMENT_SERIES } from '#app/domain/document/document.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import { notify } from '#app/domain/notice/notice.ts'
import { publishRelease } from '#app/domain/results/publication.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actOnRelease, type OnRelease } from './act-on-release.ts'
import { certificatesFor } from './certificates.ts'
import { gateFacts } from './gate-facts.ts'
import { inTwoLanguages } from './in-two-languages.ts'
import { loadMaterial, type Material } from '#app/adapters/db/release-material.ts'

type Published = Act<{ readonly campaignId: string; readonly snapshotId: string }>

/** Certificates are set before the transaction, and only when the instant has come: no earlier file holds a name. */
async function pressCertificates(
  ctx: Context,
  actor: Actor,
  releaseId: string,
): Promise<Result<readonly DocumentRow[]>> {
  const { office } = ctx.db
  const campaignId = await findCampaignOfRelease(office, releaseId)
  const found = campaignId && (await loadRelease(office, releaseId))
  const campaign = campaignId && (await loadCampaign(office, campaignId))
  if (!found || !campaign) return refuse('not-found')
  if (!isSystem(actor) && !holdsGrant(actor, 'publisher', campaign.id)) return refuse('not-found')
  const { embargoUntil, state } = found.release
  if (state !== 'scheduled' || embargoUntil === null || (await awardNow(office)) < embargoUntil) return ok([])
  const drawn = await readAs(office, actor.personId, async (tx) => ({
    material: await loadMaterial(ctx, tx, campaign, embargoUntil),
    taken: await countSeries(tx, DOCUMENT_SERIES.laureate_certificate, campaign.year),
  }))
  const snapshot = drawn.material.ok ? drawn.material.value.snapshot : null
  if (snapshot === null) return ok([])
  return ok(await certificatesFor(ctx, campaign, snapshot, { taken: drawn.taken, issuedAt: embargoUntil }))
}

const laureatesIn = ({ decisions }: Material): number =>
  decisions.reduce((sum, { winners }) => sum + winners.length, 0)

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
  { snapshot, snapshotHash, bundle }: Material,
): Promise<Result<string>> {
  const files = await bundle()
  if (!files.ok) return files
  if (snapshot === null) return refuse('snapshot-changed')
  const id = ctx.ids.rowId()
  await insertSnapshot(tx, {
    ...{ id, campaignId: campaign.id, document: snapshot, hash: snapshotHash, at: now },
    files: files.value.map((file) => ({ ...file, sha256: ctx.crypto.sha256(file.content) })),
  })
  return ok(id)
}

const publishOnce = (ctx: Context, actor: Actor, releaseId: string, certificates: readonly DocumentRow[]) =>
  actOnRelease<Published>(ctx, actor, releaseId, 'campaign.publish', async (unit) => {
    const { tx, now, campaign, found } = unit
    const material = await loadMaterial(ctx, tx, campaign, found.plannedFor)
    if (!material.ok) return material
    const decision = publishRelease(found.release, material.value, now)
    if (!decision.ok) return decision
    // The instant came between the pressing and this transaction: nothing is public yet, the next call does all.
    if (certificates.length !== laureatesIn(material.value)) return refuse('certificates-missing')
    const { release, entry } = decision.value
    const gate = { gate: 'release' as const, facts: { ...gateFacts(release), now } }
    const hand = isSystem(actor) ? 'system' : 'publisher'
    const moved = advancePhase(campaign, 'published', hand, gate, await campaignOffices(tx, campaign.id))
    if (!moved.ok) return moved
    const stored = await storePublished(ctx, unit, material.value)
    if (!stored.ok) return stored
    for (const document of certificates) await insertDocument(tx, document)
    await storeReleaseState(tx, release)
    await storePhase(tx, ctx.ids, {
      campaign: moved.value.campaign,
      from: campaign.phase,
      by: actor.personId,
      now,
    })
    return ok({
      ...{ campaignId: campaign.id, snapshotId: stored.value, entries: [entry, moved.value.entry] },
      notices: [...moved.value.notices, ...(await noticesOf(unit))],
    })
  })

/**
 * The release at its instant, by its publisher or by the clock: everything is recomputed, compared with what two
 * people approved, and made public in one transaction. Two at once publish once.
 */
export async function publishResults(
  ctx: Context,
  actor: Actor,
  { releaseId }: { readonly releaseId: string },
): Promise<Result<Published>> {
  for (let attempt = 1; ; attempt += 1) {
    const certificates = await pressCertificates(ctx, actor, releaseId)
    if (!certificates.ok) return certificates
    try {
      return await publishOnce(ctx, actor, releaseId, certificates.value)
    } catch (error) {
      // Another campaign of the year took the numbers meanwhile: press again with the next ones.
      if (!isDuplicate(error) || attempt === 3) throw error
    }
  }
}
