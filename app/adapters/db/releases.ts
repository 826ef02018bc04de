import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Approval, Release } from '#app/domain/results/publication.ts'
import type { Client, Tx } from './client.server.ts'

/** A release with the instant it was prepared for: the snapshot carries it, so that approving is approving the hour. */
export type ReleaseCase = {
  readonly release: Release
  readonly plannedFor: Instant
  readonly cancelled: boolean
  readonly preparedBy: string
  readonly preparedAt: Instant
}
const COLUMNS = {
  id: true,
  campaignId: true,
  state: true,
  embargoUntil: true,
  snapshotHash: true,
  preparedBy: true,
  preparedAt: true,
  publishedAt: true,
  approvals: { select: { personId: true, role: true, snapshotHash: true, at: true }, orderBy: { at: 'asc' } },
} as const
type Row = {
  id: string
  campaignId: string
  state: string
  embargoUntil: Date
  snapshotHash: string
  preparedBy: string
  preparedAt: Date
  publishedAt: Date | null
  approvals: { personId: string; role: string; snapshotHash: string; at: Date }[]
}

/** The row says `approved` where the instant is set: the domain calls that scheduled. */
const STATE_OF = { prepared: 'prepared', scheduled: 'approved', published: 'published' } as const
const stateFrom = (state: string): Release['state'] =>
  state === 'approved' ? 'scheduled' : state === 'published' ? 'published' : 'prepared'

const caseOf = (row: Row): ReleaseCase => ({
  release: {
    id: row.id,
    campaignId: row.campaignId,
    state: stateFrom(row.state),
    snapshotHash: row.snapshotHash,
    embargoUntil: row.state === 'prepared' ? null : instantOf(row.embargoUntil),
    approvals: row.approvals.map(({ personId, role, snapshotHash, at }) => ({
      ...{ personId, snapshotHash, at: instantOf(at) },
      hand: role as Approval['hand'],
    })),
    publishedAt: row.publishedAt && instantOf(row.publishedAt),
  },
  plannedFor: instantOf(row.embargoUntil),
  cancelled: row.state === 'cancelled',
  preparedBy: row.preparedBy,
  preparedAt: instantOf(row.preparedAt),
})

export async function findCampaignOfRelease(client: Client | Tx, releaseId: string): Promise<string | null> {
  const row = await client.release.findUnique({ where: { id: releaseId }, select: { campaignId: true } })
  return row?.campaignId ?? null
}
/** Lock the campaign first: every act of a release waits there. */
export async function loadRelease(client: Client | Tx, releaseId: string): Promise<ReleaseCase | null> {
  const row = await client.release.findUnique({ where: { id: releaseId }, select: COLUMNS })
  return row && caseOf(row)
}
/** The release in hand, else the published one, else null. */
export async function loadCurrentRelease(
  client: Client | Tx,
  campaignId: string,
): Promise<ReleaseCase | null> {
  const row = await client.release.findFirst({
    where: { campaignId, state: { not: 'cancelled' } },
    select: COLUMNS,
    orderBy: { preparedAt: 'desc' },
  })
  return row && caseOf(row)
}

export async function insertRelease(
  tx: Tx,
  release: {
    readonly id: string
    readonly campaignId: string
    readonly embargoUntil: Instant
    readonly snapshotHash: string
    readonly by: string
    readonly now: Instant
  },
): Promise<void> {
  const { id, campaignId, snapshotHash } = release
  await tx.release.create({
    data: {
      ...{ id, campaignId, snapshotHash, state: 'prepared', preparedBy: release.by },
      embargoUntil: toDate(release.embargoUntil),
      preparedAt: toDate(release.now),
    },
    select: { id: true },
  })
}
export async function insertApproval(tx: Tx, releaseId: string, approval: Approval): Promise<void> {
  const { personId, hand, snapshotHash, at } = approval
  await tx.releaseApproval.create({ data: { releaseId, personId, role: hand, snapshotHash, at: toDate(at) } })
}
export async function storeReleaseState(tx: Tx, release: Release): Promise<void> {
  await tx.release.update({
    where: { id: release.id },
    data: {
      state: STATE_OF[release.state],
      version: { increment: 1 },
      publishedAt: release.publishedAt && toDate(release.publishedAt),
    },
    select: { id: true },
  })
}
export async function storeReleaseCancelled(tx: Tx, releaseId: string): Promise<void> {
  const data = { state: 'cancelled', version: { increment: 1 } }
  await tx.release.update({ where: { id: releaseId }, data, select: { id: true } })
}

/** Releases whose instant has come. */
export async function dueReleases(client: Client): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM release r JOIN campaign c ON c.id = r.campaign_id
    WHERE r.state = 'approved' AND c.phase = 'embargo' AND r.embargo_until <= award_now() ORDER BY r.embargo_until`
  return rows.map(({ id }) => id)
}

/** Who may give the second consent: the other publishers of the campaign and its chair. */
export async function loadApprovers(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM role_grant WHERE campaign_id = ${campaignId}::uuid AND role = 'publisher' AND revoked_at IS NULL
    UNION SELECT person_id FROM seat WHERE campaign_id = ${campaignId}::uuid AND role = 'chair' AND state = 'accepted'
    ORDER BY 1`
  return rows.map(({ id }) => id)
}

/** Signatories of every nomination that was judged, for the letter that its result can be read. */
export async function loadResultReaders(
  tx: Tx,
  campaignId: string,
): Promise<
  readonly {
    personId: string
    nominationId: string
    reference: string
    title: { ar?: string; fr?: string }
  }[]
> {
  return tx.$queryRaw`
    SELECT DISTINCT m.person_id AS "personId", n.id AS "nominationId", n.reference, n.title
    FROM nomination n JOIN mandate m ON m.administration_id = n.administration_id AND m.state = 'active'
      AND m.role = 'signatory' AND (m.expires_at IS NULL OR m.expires_at > award_now())
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' ORDER BY n.reference, m.person_id`
}
