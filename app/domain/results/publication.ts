import { holdsGrant, seatIn } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { FinalisationBlocker } from './finalisation.ts'

/** One named consent to release exactly this snapshot. */
export type Approval = {
  readonly personId: string
  readonly hand: 'publisher' | 'chair'
  readonly snapshotHash: string
  readonly at: Instant
}
export type Release = {
  readonly id: string
  readonly campaignId: string
  readonly state: 'prepared' | 'scheduled' | 'published'
  readonly snapshotHash: string
  readonly embargoUntil: Instant | null
  readonly approvals: readonly Approval[]
  readonly publishedAt: Instant | null
}
export type ReleaseChange = {
  readonly release: Release
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

const releaseEntry = (act: Act, release: Release, facts: Facts): EntryDraft => ({
  act,
  subject: { type: 'release', id: release.id },
  campaignId: release.campaignId,
  facts: { snapshotHash: release.snapshotHash, ...facts },
})

/** Which approving hand the actor holds, the publisher's first; null for everybody else. */
function approvingHand(actor: Actor, campaignId: string): Approval['hand'] | null {
  if (holdsGrant(actor, 'publisher', campaignId)) return 'publisher'
  return seatIn(actor, campaignId)?.role === 'chair' ? 'chair' : null
}

/** Publisher and chair, or two publishers; never one account twice, never the chair alone with another chair. */
export function isApproved(release: Release): boolean {
  const valid = release.approvals.filter((approval) => approval.snapshotHash === release.snapshotHash)
  return (
    new Set(valid.map((approval) => approval.personId)).size >= 2 &&
    valid.some((approval) => approval.hand === 'publisher')
  )
}

export type ApproveReason =
  | 'not-approver'
  | 'gate-closed'
  | 'already-published'
  | 'already-approved'
  | 'chair-approved'
  | 'snapshot-changed'

/**
 * One approver consents to the snapshot shown. Its hash is posted back, so that nobody approves what they did not see;
 * a new snapshot needs both approvals again.
 */
export function approveRelease(
  release: Release,
  actor: Actor,
  seen: { readonly snapshotHash: string; readonly blockers: readonly FinalisationBlocker[] },
  now: Instant,
): Result<ReleaseChange, ApproveReason> {
  const hand = approvingHand(actor, release.campaignId)
  if (hand === null) return refuse('not-approver')
  if (release.state === 'published') return refuse('already-published')
  if (seen.blockers.length > 0)
    return refuse('gate-closed', { blockers: seen.blockers.map((blocker) => blocker.code) })
  if (seen.snapshotHash !== release.snapshotHash) return refuse('snapshot-changed')
  const valid = release.approvals.filter((approval) => approval.snapshotHash === release.snapshotHash)
  if (valid.some((approval) => approval.personId === actor.personId)) return refuse('already-approved')
  if (hand === 'chair' && valid.some((approval) => approval.hand === 'chair')) return refuse('chair-approved')
  const approvals = [
    ...valid,
    { personId: actor.personId, hand, snapshotHash: release.snapshotHash, at: now },
  ]
  const approved: Release = { ...release, approvals }
  return ok({
    release: approved,
    entry: releaseEntry('releaseApproved', approved, { hand, approvals: approvals.length }),
    notices: [],
  })
}

/** Sets the instant before which nothing may be read. Refused: without two approvals, or an instant already past. */
export function scheduleRelease(
  release: Release,
  actor: Actor,
  embargoUntil: Instant,
  now: Instant,
): Result<ReleaseChange, 'not-publisher' | 'already-published' | 'approval-missing' | 'embargo-past'> {
  if (!holdsGrant(actor, 'publisher', release.campaignId)) return refuse('not-publisher')
  if (release.state === 'published') return refuse('already-published')
  if (!isApproved(release)) return refuse('approval-missing', { approvals: release.approvals.length })
  if (embargoUntil < now) return refuse('embargo-past', { embargoUntil })
  const scheduled: Release = { ...release, state: 'scheduled', embargoUntil }
  const notices = release.approvals.map(({ personId }): NoticeDraft => ({
    name: 'release-scheduled',
    to: { personId },
    campaignId: release.campaignId,
    facts: { at: embargoUntil },
  }))
  return ok({
    release: scheduled,
    entry: releaseEntry('releaseScheduled', scheduled, { embargoUntil }),
    notices,
  })
}

/**
 * The timed act at the instant: refused a millisecond before it, without both approvals, twice, for another snapshot
 * than the approved one, or while a blocker has come back.
 */
export function publishRelease(
  release: Release,
  ready: { readonly snapshotHash: string; readonly blockers: readonly FinalisationBlocker[] },
  now: Instant,
): Result<
  ReleaseChange,
  'not-scheduled' | 'already-published' | 'embargo' | 'approval-missing' | 'snapshot-changed' | 'gate-closed'
> {
  if (release.state === 'published') return refuse('already-published')
  if (release.state !== 'scheduled' || release.embargoUntil === null) return refuse('not-scheduled')
  if (now < release.embargoUntil) return refuse('embargo', { embargoUntil: release.embargoUntil })
  if (ready.snapshotHash !== release.snapshotHash) return refuse('snapshot-changed')
  if (!isApproved(release)) return refuse('approval-missing', { approvals: release.approvals.length })
  if (ready.blockers.length > 0)
    return refuse('gate-closed', { blockers: ready.blockers.map((blocker) => blocker.code) })
  const published: Release = { ...release, state: 'published', publishedAt: now }
  return ok({
    release: published,
    entry: releaseEntry('resultsPublished', published, { at: now }),
    notices: [],
  })
}
