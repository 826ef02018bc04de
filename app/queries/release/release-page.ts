import { countUncertified, newestBatch } from '#app/adapters/db/batches.ts'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { loadAgendaPlaces } from '#app/adapters/db/release-facts.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { loadCurrentRelease, type ReleaseCase } from '#app/adapters/db/releases.ts'
import { awardNow, readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Action } from '#app/domain/access/action.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import { isApproved } from '#app/domain/results/publication.ts'
import type { Context } from '#app/services/context.ts'
import { namesOf, placeOf } from './blocker-place.ts'

const rightsOf = (actor: Actor, campaign: Campaign, found: ReleaseCase | null) => {
  const own = found?.release.approvals.some(({ personId }) => personId === actor.personId) === true
  const may = (action: Action): boolean =>
    decide(actor, action, {
      ...{ campaignId: campaign.id, phase: campaign.phase, firstHand: own ? actor.personId : null },
    }).ok
  const live = found !== null && found.release.state !== 'published'
  return {
    prepare: may('release.prepare'),
    approve: live && may('release.approve'),
    schedule:
      live && found.release.state === 'prepared' && isApproved(found.release) && may('release.schedule'),
    cancel: live && may('release.schedule'),
    publish: live && found.release.state === 'scheduled' && may('campaign.publish'),
  }
}

async function approvalsOf(tx: Tx, found: ReleaseCase | null) {
  const given = found?.release.approvals ?? []
  const people = await tx.person.findMany({
    where: { id: { in: given.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  return given.map(({ personId, hand, at }) => ({
    name: people.find(({ id }) => id === personId)?.name ?? '',
    hand,
    at,
  }))
}

/** The certificates of the campaign for whoever may issue them: the work under way, and how many still wait. */
async function certificatesOf(tx: Tx, actor: Actor, campaign: Campaign) {
  const permit = decide(actor, 'certificate.issue', { campaignId: campaign.id, phase: campaign.phase })
  if (!permit.ok) return null
  return { batch: await newestBatch(tx, campaign.id), missing: await countUncertified(tx, campaign.id) }
}

const headOf = ({ id, regulation, year, phase, synthetic }: Campaign) => ({
  ...{ campaignId: id, award: regulation.awardName, year, phase, synthetic },
})

/** All that is left of it before the release for whoever acts for a body that competes: that others have it in hand. */
const CLOSED = {
  isApart: true,
  ...{ blockers: [], categories: null, release: null, approvals: [], certificates: null },
  may: { prepare: false, approve: false, schedule: false, cancel: false, publish: false },
}

/**
 * The release of one campaign for its publisher and its approvers: the gate with every blocker, the public document as
 * it would be read, the consents, the instant. Nobody else learns that there is one.
 */
export const releasePage = (ctx: Context, actor: Actor, campaignId: string) =>
  readAs(ctx.db.office, actor.personId, async (tx) => {
    const campaign = await loadCampaign(tx, campaignId)
    if (!campaign) return refuse('not-found')
    const permit = decide(actor, 'release.read', { campaignId, phase: campaign.phase })
    if (!permit.ok) return refuse('not-found')
    const found = await loadCurrentRelease(tx, campaignId)
    const embargoUntil = found?.plannedFor ?? campaign.regulation.calendar.release
    const head = { ...headOf(campaign), now: await awardNow(tx), plannedFor: embargoUntil }
    if ((await categoriesApart(tx, actor, campaign)).size > 0) return ok({ ...head, ...CLOSED })
    const material = await loadMaterial(ctx, tx, campaign, embargoUntil)
    if (!material.ok) return material
    const { blockers, snapshot, snapshotHash } = material.value
    const agenda = blockers.length === 0 ? [] : await loadAgendaPlaces(tx, campaignId)
    return ok({
      ...head,
      isApart: false,
      blockers: blockers.map((blocker) => ({
        code: blocker.code,
        target: placeOf(actor, campaign, agenda, blocker),
        ...namesOf(campaign, agenda, blocker),
        differences: (blocker.differences ?? []).map(({ nominationId, ...one }) => ({
          ...one,
          reference: material.value.nominations.get(nominationId)?.reference ?? nominationId,
        })),
      })),
      categories: snapshot?.categories ?? null,
      release: found && {
        ...{ id: found.release.id, state: found.release.state, snapshotHash: found.release.snapshotHash },
        publishedAt: found.release.publishedAt,
        /** What was prepared is no longer what the record gives: its consents cannot be used. */
        stale: found.release.state !== 'published' && found.release.snapshotHash !== snapshotHash,
      },
      approvals: await approvalsOf(tx, found),
      may: rightsOf(actor, campaign, found),
      certificates: await certificatesOf(tx, actor, campaign),
    })
  })
