import { loadDecisions } from '#app/adapters/db/awards.ts'
import { findSessionOfItem } from '#app/adapters/db/deliberations.ts'
import { presidingSeat, recusedSeats } from '#app/adapters/db/meetings.ts'
import { insertMotion, loadMotions, type MotionRow } from '#app/adapters/db/motions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { VoteKind } from '#app/domain/deliberation/ballot.ts'
import { flagQuestion, suspended } from '#app/domain/deliberation/flag.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { presentSeats } from '#app/domain/deliberation/session.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { votedResult } from '#app/domain/results/vote-record.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting, type InMeeting, type Item } from './act-in-meeting.ts'
import { isOverturned } from './vote-behind.ts'

export type MotionOpening = { readonly itemId: string; readonly kind: Exclude<VoteKind, 'flag'> }
export type FlagOpening = { readonly itemId: string; readonly nominationId: string; readonly ground: string }

/** Who may be voted for: the finalists that no earlier slot took, or the two that the last ranking left tied. */
function candidatesFor(
  kind: MotionOpening['kind'],
  item: Item,
  taken: readonly string[],
  earlier: readonly MotionRow[],
): Result<readonly string[]> {
  const free = item.agenda.nominationIds.filter((one) => !taken.includes(one)).sort()
  if (kind === 'award') return ok(free)
  if (kind === 'ranking')
    return free.length > 1 ? ok(free) : refuse('candidates-too-few', { count: free.length })
  const last = earlier.findLast((motion) => motion.kind === 'ranking')?.result
  const outcome = last?.kind === 'ranking' ? votedResult(last.ranking) : null
  return outcome?.kind === 'tie' && outcome.between.length === 2
    ? ok(outcome.between)
    : refuse('no-tie-to-break')
}

type Voters = { readonly eligible: number; readonly present: number }

function readiness(unit: InMeeting, item: Item, actor: Actor, earlier: readonly MotionRow[]): Result<Voters> {
  const { meeting } = unit
  if (meeting.session.state !== 'open') return refuse('session-not-open')
  if (item.row.state !== 'open') return refuse('item-not-open')
  if (presidingSeat(meeting, item)?.personId !== actor.personId) return refuse('not-chair')
  if (earlier.some((motion) => motion.state === 'open')) return refuse('vote-open')
  const presence = {
    seatIds: meeting.seatIds,
    recusedSeatIds: recusedSeats(meeting, item),
    presentSeatIds: presentSeats(meeting.session),
  }
  const { quorate, needed, present, eligible } = itemQuorum(presence, meeting.quorum)
  return quorate ? ok({ eligible, present }) : refuse('quorum-missing', { needed, present })
}

type Opened = Act<{ readonly motionId: string; readonly sessionId: string }>
type Asked = {
  readonly kind: VoteKind
  readonly question: Pick<MotionRow['question'], 'candidates' | 'flag'>
}

/** Open or secret, and by which majority, is said by the regulation alone. */
async function put(
  ctx: Context,
  { tx, now, meeting }: InMeeting,
  item: Item,
  { kind, question: asked }: Asked,
  voters: Voters,
): Promise<Opened> {
  const { vote, majority } = meeting.campaign.regulation.deliberation
  const motionId = ctx.ids.rowId()
  const sessionId = meeting.row.id
  const itemId = item.row.id
  const secret = vote === 'secret'
  const question = { ...asked, majority, ...voters }
  await insertMotion(tx, { id: motionId, itemId, kind, secret, question, openedAt: now })
  const entry = {
    act: 'voteOpened' as const,
    subject: { type: 'vote', id: motionId },
    campaignId: meeting.campaign.id,
    facts: { sessionId, itemId, slot: item.row.slotCode, kind, secret, eligible: voters.eligible },
  }
  return { motionId, sessionId, entries: [entry], notices: [] }
}

/** Puts a question to the vote. Refused while a flag suspends a nomination of the category: that comes first. */
export async function openMotion(
  ctx: Context,
  actor: Actor,
  { itemId, kind }: MotionOpening,
): Promise<Result<Opened>> {
  const sessionId = await findSessionOfItem(ctx.db.office, itemId)
  if (!sessionId) return refuse('not-found')
  return actInMeeting(ctx, actor, 'session.open-item', { sessionId, itemId }, async (unit, item) => {
    if (!item) return refuse('not-found')
    const { tx, meeting } = unit
    const earlier = (await loadMotions(tx, sessionId)).filter((motion) => motion.itemId === itemId)
    const ready = readiness(unit, item, actor, earlier)
    if (!ready.ok) return ready
    const free = suspended(meeting.flags, item.row.category)
    if (!free.ok) return free
    const decisions = await loadDecisions(tx, meeting.campaign.id)
    const taken = decisions.filter((one) => one.category === item.row.category).flatMap((one) => one.winners)
    const standing = earlier.filter((motion) => !isOverturned(motion, meeting.disqualified))
    const candidates = candidatesFor(kind, item, taken, standing)
    if (!candidates.ok) return candidates
    return ok(await put(ctx, unit, item, { kind, question: { candidates: candidates.value } }, ready.value))
  })
}

/**
 * Puts a flag to the vote, under an open point of its category: uphold or lift, one ground of one nomination
 * (scoring.md section 1.7). Who is recused from the nomination has left the room, also where it is no finalist.
 */
export async function openFlagMotion(
  ctx: Context,
  actor: Actor,
  { itemId, nominationId, ground }: FlagOpening,
): Promise<Result<Opened>> {
  const sessionId = await findSessionOfItem(ctx.db.office, itemId)
  if (!sessionId) return refuse('not-found')
  const where = { sessionId, itemId, about: nominationId }
  return actInMeeting(ctx, actor, 'session.open-item', where, async (unit, item) => {
    if (!item) return refuse('not-found')
    const { tx, meeting } = unit
    const own = meeting.flags.filter(({ category }) => category === item.row.category)
    const flag = flagQuestion(own, nominationId, ground)
    if (!flag.ok) return flag
    const earlier = (await loadMotions(tx, sessionId)).filter((motion) => motion.itemId === itemId)
    const ready = readiness(unit, item, actor, earlier)
    if (!ready.ok) return ready
    const leaving = recusedSeats(meeting, item)
    const staying = presentSeats(meeting.session).filter((seat) => leaving.includes(seat))
    if (staying.length > 0) return refuse('recused-present', { seats: staying })
    const question = { candidates: [nominationId], flag: flag.value }
    return ok(await put(ctx, unit, item, { kind: 'flag', question }, ready.value))
  })
}
