import type { Actor } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import { recusedFor } from '#app/domain/deliberation/agenda-item.ts'
import { finalistsOf } from '#app/domain/deliberation/finalists.ts'
import { categoryRule, type PrizeSlotRule } from '#app/domain/campaign/regulation.ts'
import type { OpenFlag } from '#app/domain/deliberation/flag.ts'
import type { AgendaItem, Session } from '#app/domain/deliberation/session.ts'
import { integer, parseRational, type Rational } from '#app/domain/kernel/rational.ts'
import type { PlenaryFile } from '#app/domain/scoring/plenary.ts'
import type { RankedNomination } from '#app/domain/scoring/ranking.ts'
import type { Client, Tx } from './client.server.ts'
import { loadSessionCase, lockSession, type ItemRow, type SessionCase } from './deliberations.ts'
import {
  type LiveRecusal,
  loadCategoriesBarredToChair,
  loadLiveRecusals,
  type VotingSeat,
} from './meeting-seats.ts'
import { loadDisqualified } from './disqualifications.ts'
import { loadOpenFlags } from './flags.ts'
import { loadPlenary } from './plenary.ts'
import { recordedRanking } from './standings.ts'
import { loadTallies } from './tallies.ts'

/** A session as the domain judges it, with all that its acts and its screens need. */
export type Meeting = SessionCase & {
  readonly session: Session
  readonly quorum: Rational
  readonly seatIds: readonly string[]
  readonly recusals: readonly LiveRecusal[]
  /** The newest tally of each category, and the ranking that it holds, by category. */
  readonly tallies: Awaited<ReturnType<typeof loadTallies>>
  readonly rankings: ReadonlyMap<string, readonly RankedNomination[]>
  /** What the plenary decides on without an official score, by category. */
  readonly plenary: ReadonlyMap<string, readonly PlenaryFile[]>
  readonly barredToChair: ReadonlySet<string>
  /** Nominations disqualified, perhaps since an item that names them was opened. */
  readonly disqualified: ReadonlySet<string>
  /** What suspends nominations of the campaign: no other vote and no decision of their category before it is settled. */
  readonly flags: readonly OpenFlag[]
}

const seatOf = (found: SessionCase, id: string | null): VotingSeat | undefined =>
  found.seats.find((seat) => seat.id === id)

type Seen = Pick<Meeting, 'rankings' | 'plenary' | 'disqualified'>

function agendaItem(item: ItemRow, found: SessionCase, seen: Seen): AgendaItem {
  const { rankings, plenary, disqualified } = seen
  const slots = categoryRule(found.campaign.regulation, item.category)?.slots.length ?? 1
  const current = finalistsOf(rankings.get(item.category) ?? [], slots, plenary.get(item.category) ?? [])
  const { id, category, openedAt, closedAt } = item
  // An item that is still discussed loses who was disqualified meanwhile; one that is decided stays as it was.
  const standing = closedAt === null ? item.finalists.filter((one) => !disqualified.has(one)) : item.finalists
  return { id, category, nominationIds: openedAt === null ? current : standing, openedAt, closedAt }
}

function sessionOf(found: SessionCase, seen: Seen): Session {
  const { row } = found
  const presiding = seatOf(found, row.presidingSeatId)
  const secretary = seatOf(found, row.secretarySeatId)
  return {
    id: row.id,
    campaignId: row.campaignId,
    state: row.state,
    convenedFor: row.convenedFor,
    presidingSeatId: row.presidingSeatId ?? '',
    presidingPersonId: presiding?.personId ?? '',
    secretaryPersonId: secretary?.personId ?? '',
    attendance: found.attendance.map(({ seatId, arrivedAt, leftAt }) => ({
      seatId,
      personId: seatOf(found, seatId)?.personId ?? '',
      arrivedAt,
      leftAt,
    })),
    items: found.items.map((item) => agendaItem(item, found, seen)),
  }
}

/** Reads a meeting; with `lock`, no other act touches it until this transaction ends. */
export async function loadMeeting(
  client: Client | Tx,
  sessionId: string,
  lock: 'lock' | 'read',
): Promise<Meeting | null> {
  if (lock === 'lock') await lockSession(client, sessionId)
  const found = await loadSessionCase(client, sessionId)
  if (!found) return null
  const tallies = await loadTallies(client, found.campaign.id)
  const results = new Map(tallies.map(({ document }) => [document.category, document.nominations]))
  const seen = {
    rankings: new Map(tallies.map(({ document }) => [document.category, recordedRanking(document)])),
    plenary: await loadPlenary(client, found.campaign.id, results),
    disqualified: await loadDisqualified(client, found.campaign.id),
  }
  const quorum = parseRational(found.campaign.regulation.deliberation.quorum)
  return {
    ...found,
    ...seen,
    tallies,
    session: sessionOf(found, seen),
    quorum: quorum.ok ? quorum.value : integer(1),
    seatIds: found.seats.map(({ id }) => id),
    recusals: await loadLiveRecusals(client, found.campaign.id),
    flags: await loadOpenFlags(client, found.campaign.id),
    barredToChair: await loadCategoriesBarredToChair(client, found.campaign.id),
  }
}

export const itemOf = (
  meeting: Meeting,
  itemId: string,
): { row: ItemRow; agenda: AgendaItem } | undefined => {
  const row = meeting.items.find((item) => item.id === itemId)
  const agenda = meeting.session.items.find((item) => item.id === itemId)
  return row && agenda ? { row, agenda } : undefined
}

/**
 * A point with one more nomination under discussion: who is recused from that one leaves too, and is out of the quorum and
 * of the chair, also where it is no finalist.
 */
export const withNomination = <T extends { readonly agenda: AgendaItem }>(
  item: T,
  nominationId: string,
): T =>
  item.agenda.nominationIds.includes(nominationId)
    ? item
    : { ...item, agenda: { ...item.agenda, nominationIds: [...item.agenda.nominationIds, nominationId] } }

/** The rule of the slot that an item is about. */
export const slotRuleOf = (
  { campaign }: Meeting,
  { category, slotCode }: ItemRow,
): PrizeSlotRule | undefined =>
  categoryRule(campaign.regulation, category)?.slots.find((slot) => slot.code === slotCode)

/** Seats that leave the room for an item: as fixed when it was opened, else as they would be now. */
export const recusedSeats = (
  meeting: Meeting,
  item: { row: ItemRow; agenda: AgendaItem },
): readonly string[] => [...new Set([...item.row.recused, ...recusedFor(item.agenda, meeting.recusals)])]

/** Who presides over one item: the deputy where the chair is recused from it or the chair's institution competes. */
export function presidingSeat(
  meeting: Meeting,
  item: { row: ItemRow; agenda: AgendaItem },
): VotingSeat | undefined {
  const presiding = meeting.seats.find(({ id }) => id === meeting.row.presidingSeatId)
  const barred = presiding?.role === 'chair' && meeting.barredToChair.has(item.row.category)
  if (presiding && !barred && !recusedSeats(meeting, item).includes(presiding.id)) return presiding
  return meeting.seats.find(({ role }) => role === 'deputy')
}

/** What the policy must know of an actor towards a meeting, or towards one of its items. */
export function meetingAccess(
  meeting: Meeting,
  actor: Actor,
  item: { row: ItemRow; agenda: AgendaItem } | null,
): PolicyFacts {
  const seat = meeting.seats.find(({ personId }) => personId === actor.personId)
  const presiding = item ? presidingSeat(meeting, item)?.id : meeting.row.presidingSeatId
  return {
    campaignId: meeting.campaign.id,
    phase: meeting.campaign.phase,
    charterSigned: seat?.charterSigned ?? false,
    recused: seat !== undefined && item !== null && recusedSeats(meeting, item).includes(seat.id),
    deputises: seat?.role === 'deputy' && presiding === seat.id,
  }
}
