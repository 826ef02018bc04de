import { insertArrival, storeLeave } from '#app/adapters/db/meeting-seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  recordArrival as arrive,
  recordLeave as leave,
  type Session,
} from '#app/domain/deliberation/session.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting, type InMeeting } from './act-in-meeting.ts'

export type Attendance = {
  readonly sessionId: string
  readonly seatId: string
  readonly movement: 'arrives' | 'leaves'
}

/** A clerk of the secretariat keeps the list as the meeting's secretary does. */
const keptBy = ({ meeting, hand }: InMeeting, actor: Actor): Session =>
  hand === 'secretariat' ? { ...meeting.session, secretaryPersonId: actor.personId } : meeting.session

/** Someone enters or leaves the room; quorum and right to vote are counted from these stays. */
export const recordAttendance = (
  ctx: Context,
  actor: Actor,
  { sessionId, seatId, movement }: Attendance,
): Promise<Result<Act<{ readonly sessionId: string }>>> =>
  actInMeeting(ctx, actor, 'session.record-attendance', { sessionId }, async (unit) => {
    const { tx, now, meeting } = unit
    const seat = meeting.seats.find(({ id }) => id === seatId)
    if (!seat) return refuse('not-found')
    const session = keptBy(unit, actor)
    const decision =
      movement === 'arrives'
        ? arrive(session, actor, { seatId, personId: seat.personId }, now)
        : leave(session, actor, seatId, now)
    if (!decision.ok) return decision
    if (movement === 'arrives') await insertArrival(tx, { id: ctx.ids.rowId(), sessionId, seatId, at: now })
    else await storeLeave(tx, sessionId, seatId, now)
    return ok({ sessionId, entries: [decision.value.entry], notices: [] })
  })
