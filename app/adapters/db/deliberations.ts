import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { loadCampaign } from './campaigns.ts'
import { loadCampaignSeats, type VotingSeat } from './meeting-seats.ts'
import type { Client, Tx } from './client.server.ts'

export type AttendanceRow = {
  readonly id: string
  readonly seatId: string
  readonly arrivedAt: Instant
  readonly leftAt: Instant | null
}
/** One prize slot on the agenda. `finalists` stand from the instant it was opened; `recused` follow those still in it. */
export type ItemRow = {
  readonly id: string
  readonly slotId: string
  readonly slotCode: string
  readonly slotLabel: Localized
  readonly slotType: string
  readonly category: string
  readonly categoryId: string
  readonly categoryName: Localized
  readonly state: 'pending' | 'open' | 'decided'
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly finalists: readonly string[]
  readonly recused: readonly string[]
}
export type SessionRow = {
  readonly id: string
  readonly campaignId: string
  readonly state: 'convened' | 'open' | 'closed'
  /** In both official languages; null when it is not said. */
  readonly place: BilingualText | null
  readonly convenedFor: Instant
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly presidingSeatId: string | null
  readonly secretarySeatId: string | null
}
export type SessionCase = {
  readonly campaign: Campaign
  readonly row: SessionRow
  readonly attendance: readonly AttendanceRow[]
  readonly items: readonly ItemRow[]
  /** Accepted seats that vote: jurors, chair, deputy. */
  readonly seats: readonly VotingSeat[]
}

const at = (date: Date | null): Instant | null => date && instantOf(date)

/** Holds the campaign in its phase and lets one act at a time touch its meeting; a tally takes the same lock. */
export async function lockSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM campaign c JOIN deliberation_session s ON s.campaign_id = c.id
    WHERE s.id = ${sessionId}::uuid FOR NO KEY UPDATE OF c`
  await tx.$queryRaw`SELECT 1 FROM deliberation_session WHERE id = ${sessionId}::uuid FOR UPDATE`
}

const SESSION_COLUMNS = {
  id: true,
  campaignId: true,
  state: true,
  place: true,
  convenedFor: true,
  openedAt: true,
  closedAt: true,
  presidingSeatId: true,
  secretarySeatId: true,
} as const

/** A session with its agenda, its attendance and the seats of the jury. Lock first where an act follows. */
export async function loadSessionCase(client: Client | Tx, sessionId: string): Promise<SessionCase | null> {
  const row = await client.deliberationSession.findUnique({
    where: { id: sessionId },
    select: SESSION_COLUMNS,
  })
  const campaign = row && (await loadCampaign(client, row.campaignId))
  if (!row || !campaign) return null
  const attendance = await client.attendance.findMany({
    where: { sessionId },
    select: { id: true, seatId: true, arrivedAt: true, leftAt: true },
    orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
  })
  return {
    campaign,
    row: {
      ...row,
      state: row.state as SessionRow['state'],
      place: row.place as SessionRow['place'],
      convenedFor: instantOf(row.convenedFor),
      openedAt: at(row.openedAt),
      closedAt: at(row.closedAt),
    },
    attendance: attendance.map((one) => ({
      ...one,
      arrivedAt: instantOf(one.arrivedAt),
      leftAt: at(one.leftAt),
    })),
    items: await loadItems(client, sessionId),
    seats: await loadCampaignSeats(client, row.campaignId),
  }
}

type RawItem = Omit<ItemRow, 'openedAt' | 'closedAt'> & { openedAt: Date | null; closedAt: Date | null }
async function loadItems(client: Client | Tx, sessionId: string): Promise<readonly ItemRow[]> {
  const rows = await client.$queryRaw<RawItem[]>`
    SELECT i.id, i.slot_id AS "slotId", p.code AS "slotCode", p.label AS "slotLabel", p.type AS "slotType",
      k.code AS category, k.id AS "categoryId", k.name AS "categoryName", i.state, i.opened_at AS "openedAt",
      i.closed_at AS "closedAt", i.finalists,
      coalesce((SELECT jsonb_agg(t.id ORDER BY t.code) FROM seat t
        WHERE t.campaign_id = k.campaign_id AND item_recused(i.id, t.id)), '[]') AS recused
    FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id JOIN category k ON k.id = p.category_id
    WHERE i.session_id = ${sessionId}::uuid ORDER BY i.position, i.id`
  return rows.map((row) => ({ ...row, openedAt: at(row.openedAt), closedAt: at(row.closedAt) }))
}

export async function findSessionOfItem(client: Client | Tx, itemId: string): Promise<string | null> {
  const row = await client.deliberationItem.findUnique({ where: { id: itemId }, select: { sessionId: true } })
  return row?.sessionId ?? null
}
/** Where a vote is held, and the nomination that it is on when it is one on a flag. */
export async function findSessionOfMotion(
  client: Client | Tx,
  motionId: string,
): Promise<{ readonly sessionId: string; readonly itemId: string; readonly about: string | null } | null> {
  const [row] = await client.$queryRaw<{ sessionId: string; itemId: string; about: string | null }[]>`
    SELECT i.session_id AS "sessionId", i.id AS "itemId",
      CASE WHEN m.kind = 'flag' THEN m.question -> 'candidates' ->> 0 END AS about
    FROM motion m JOIN deliberation_item i ON i.id = m.item_id WHERE m.id = ${motionId}::uuid`
  return row ?? null
}

export async function hasLiveSession(tx: Tx, campaignId: string): Promise<boolean> {
  const found = await tx.deliberationSession.count({
    where: { campaignId, state: { in: ['convened', 'open'] } },
  })
  return found > 0
}

export async function insertSession(
  tx: Tx,
  session: Omit<SessionRow, 'openedAt' | 'closedAt' | 'state'> & {
    readonly now: Instant
    readonly items: readonly { readonly id: string; readonly slotId: string }[]
  },
): Promise<void> {
  const { id, campaignId, place, presidingSeatId, secretarySeatId } = session
  const shared = { id, campaignId, presidingSeatId, secretarySeatId }
  await tx.deliberationSession.create({
    data: {
      ...shared,
      ...(place && { place }),
      state: 'convened',
      convenedFor: toDate(session.convenedFor),
      convenedAt: toDate(session.now),
    },
    select: { id: true },
  })
  await tx.deliberationItem.createMany({
    data: session.items.map((item, position) => ({ ...item, sessionId: id, position, state: 'pending' })),
  })
}

export async function storeSessionState(
  tx: Tx,
  sessionId: string,
  change: { readonly state: 'open' | 'closed'; readonly now: Instant },
): Promise<void> {
  const times = change.state === 'open' ? { openedAt: toDate(change.now) } : { closedAt: toDate(change.now) }
  await tx.deliberationSession.update({
    where: { id: sessionId },
    data: { state: change.state, version: { increment: 1 }, ...times },
    select: { id: true },
  })
}
