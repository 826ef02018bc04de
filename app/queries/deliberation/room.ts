import { loadAdvice } from '#app/adapters/db/advice.ts'
import { loadDecisions, loadFinalists } from '#app/adapters/db/awards.ts'
import {
  itemOf,
  loadMeeting,
  type Meeting,
  meetingAccess,
  presidingSeat,
  recusedSeats,
  slotRuleOf,
} from '#app/adapters/db/meetings.ts'
import { loadMinutes } from '#app/adapters/db/minutes.ts'
import { categoriesApart } from '#app/adapters/db/own-files.ts'
import { loadMotions, type MotionRow } from '#app/adapters/db/motions.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { categoryRule, type Rubric } from '#app/domain/campaign/regulation.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { presentSeats } from '#app/domain/deliberation/session.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import { scoreRange } from '#app/domain/scoring/score-range.ts'
import type { Context } from '#app/services/context.ts'
import { type RankingLine, rankingLines } from './ranking-lines.ts'
import { roomAdvice } from './room-advice.ts'
import { roomAgenda } from './room-agenda.ts'
import { flaggedIn, flagsOf } from './room-flags.ts'
import { lotOf } from './room-lot.ts'
import { shownMotions } from './room-motions.ts'
import { plenaryIds, plenaryOf } from './room-plenary.ts'
import { roundsOf } from './room-rounds.ts'

const hiddenFrom = (meeting: Meeting, actor: Actor): ReadonlySet<string> => {
  const own = meeting.seats.find(({ personId }) => personId === actor.personId)
  return new Set(
    meeting.recusals.filter(({ seatId }) => seatId === own?.id).map(({ nominationId }) => nominationId),
  )
}

function headOf(meeting: Meeting, actor: Actor) {
  const { row, session, seats, seatIds, quorum, campaign } = meeting
  const present = presentSeats(session)
  const { id, state, place, convenedFor, openedAt, closedAt } = row
  return {
    ...{ id, state, place, convenedFor, openedAt, closedAt, campaignId: campaign.id, year: campaign.year },
    synthetic: campaign.synthetic,
    award: campaign.regulation.awardName,
    /** Whoever reads this sits in the jury, and has a place of their own in the room. */
    hasSeat: seats.some(({ personId }) => personId === actor.personId),
    rules: campaign.regulation.deliberation,
    seats: seats.map(({ id: seatId, name, label, role }) => ({
      seatId,
      name,
      label,
      role,
      present: present.includes(seatId),
    })),
    quorum: itemQuorum({ seatIds, recusedSeatIds: [], presentSeatIds: present }, quorum),
  }
}

type Item = NonNullable<ReturnType<typeof itemOf>>
function itemQuorumOf(meeting: Meeting, item: Item) {
  const presence = {
    seatIds: meeting.seatIds,
    recusedSeatIds: recusedSeats(meeting, item),
    presentSeatIds: presentSeats(meeting.session),
  }
  return itemQuorum(presence, meeting.quorum)
}

/** The point in discussion, or the first that waits, or the last of all. */
const currentItem = (meeting: Meeting, wanted: string | null): Item | undefined => {
  const { items } = meeting
  const open = items.find(({ state }) => state === 'open')
  const chosen =
    items.find(({ id }) => id === wanted) ??
    open ??
    items.find(({ state }) => state === 'pending') ??
    items.at(-1)
  return chosen && itemOf(meeting, chosen.id)
}

/** Where the scores of the category lie, as exact text. */
function scaleOf(rubric: Rubric | undefined): readonly [low: string, high: string] {
  const range = rubric === undefined ? null : scoreRange(rubric)
  return range === null ? ['0', '100'] : [toText(range.low), toText(range.high)]
}

/** The advisory thresholds of the category's prizes, highest first. */
const thresholdsOf = (meeting: Meeting, category: string) =>
  (categoryRule(meeting.campaign.regulation, category)?.slots ?? [])
    .flatMap(({ type, label, advisoryThreshold }) =>
      advisoryThreshold === null ? [] : [{ type, label, at: Number(advisoryThreshold) }],
    )
    .sort((a, b) => b.at - a.at)

async function itemScreen(tx: Tx, meeting: Meeting, actor: Actor, item: Item, motions: readonly MotionRow[]) {
  const { row, agenda } = item
  const seesRanking = decide(actor, 'ranking.read', meetingAccess(meeting, actor, null)).ok
  const { tallies } = seesRanking ? meeting : { tallies: [] }
  const tally = tallies.find(({ document: one }) => one.category === row.category)
  const document = tally?.document
  const advice = tally ? await loadAdvice(tx, tally.categoryId) : null
  const known = await loadFinalists(tx, [
    ...agenda.nominationIds,
    ...(document?.nominations ?? []).map((one) => one.nominationId),
    ...plenaryIds(meeting, row.category),
    ...flaggedIn(meeting, row.category),
    ...motions.flatMap(({ kind, question }) => (kind === 'flag' ? question.candidates : [])),
  ])
  const leaving = recusedSeats(meeting, item)
  const hidden = hiddenFrom(meeting, actor)
  // Finalists stand in the order of the official rank.
  const shown = seesRanking ? agenda.nominationIds.filter((id) => !hidden.has(id)) : []
  const rubric = categoryRule(meeting.campaign.regulation, row.category)?.rubric
  const lines: readonly RankingLine[] = rankingLines(
    document,
    agenda.nominationIds,
    known,
    // Without an official score: they stand beside the ranking, not in it.
    new Set([...hidden, ...plenaryIds(meeting, row.category)]),
    rubric?.criteria ?? [],
    meeting.campaign.regulation.scoring.decimals,
  )
  return {
    ...{ id: row.id, state: row.state, slotType: row.slotType, slotLabel: row.slotLabel },
    categoryName: row.categoryName,
    advice: roomAdvice(advice, rubric?.criteria ?? [], hidden),
    category: row.category,
    scale: scaleOf(rubric),
    thresholds: thresholdsOf(meeting, row.category),
    rounds: roundsOf(meeting.campaign.regulation),
    threshold: slotRuleOf(meeting, row)?.advisoryThreshold ?? null,
    mayBeShared: slotRuleOf(meeting, row)?.mayBeShared ?? false,
    mayBeWithheld: slotRuleOf(meeting, row)?.mayBeWithheld ?? false,
    presides: presidingSeat(meeting, item)?.personId === actor.personId,
    presiding: presidingSeat(meeting, item)?.name ?? null,
    leaving: meeting.seats
      .filter(({ id }) => leaving.includes(id))
      .map(({ id, name }) => ({ seatId: id, name, present: presentSeats(meeting.session).includes(id) })),
    quorum: itemQuorumOf(meeting, item),
    seesRanking,
    lines,
    flags: flagsOf(meeting, actor, item, known, hidden),
    plenary: seesRanking ? plenaryOf(meeting, row.category, known, hidden) : [],
    finalists: shown.flatMap((id) => {
      const found = known.get(id)
      return found ? [{ id, title: found.title, administration: found.administration }] : []
    }),
    motions: shownMotions(meeting, actor, motions, item, {
      ...{ hidden, known, knowsAll: shown.length === agenda.nominationIds.length },
    }),
  }
}

/**
 * The deliberation room for whoever presides or keeps the record (picture F): agenda, official ranking without names
 * of jurors, votes, decisions, minutes. Statements do not grow with the agenda. A category in which a body of a clerk or an
 * auditor competes is closed to them until the release.
 */
export const deliberationRoom = (ctx: Context, actor: Actor, sessionId: string, itemId: string | null) =>
  readAs(ctx.db.office, actor.personId, async (tx) => {
    const meeting = await loadMeeting(tx, sessionId, 'read')
    if (!meeting) return refuse('not-found')
    const permit = decide(actor, 'session.read', meetingAccess(meeting, actor, null))
    if (!permit.ok || permit.value.as === 'juror' || permit.value.as === 'expert') return refuse('not-found')
    const apart = await categoriesApart(tx, actor, meeting.campaign)
    const item = currentItem(meeting, itemId)
    const motions = await loadMotions(tx, sessionId)
    const decisions = await loadDecisions(tx, meeting.campaign.id)
    const minutes = await loadMinutes(tx, sessionId)
    const titles = await loadFinalists(
      tx,
      decisions.flatMap(({ winners }) => winners),
    )
    return ok({
      head: headOf(meeting, actor),
      hand: permit.value.as,
      presides: meeting.session.presidingPersonId === actor.personId,
      agenda: roomAgenda(meeting, { decisions, titles, hidden: hiddenFrom(meeting, actor), apart }),
      isApart: apart.size > 0,
      item:
        item && !apart.has(item.row.category) ? await itemScreen(tx, meeting, actor, item, motions) : null,
      lot: await lotOf(tx, meeting, actor),
      minutes: minutes && { state: minutes.state, number: minutes.number },
    })
  })
