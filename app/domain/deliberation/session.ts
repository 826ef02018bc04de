import type { Actor } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { itemQuorum } from './quorum.ts'
import type { ItemPresence } from './quorum.ts'

/** One stay in the room; whoever comes back has a second one. */
export type Stay = {
  readonly seatId: string
  readonly personId: string
  readonly arrivedAt: Instant
  readonly leftAt: Instant | null
}
/** One point of the agenda: a category with its finalists. */
export type AgendaItem = {
  readonly id: string
  readonly category: string
  readonly nominationIds: readonly string[]
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
}
export type Session = {
  readonly id: string
  readonly campaignId: string
  readonly state: 'convened' | 'open' | 'closed'
  readonly convenedFor: Instant
  readonly presidingSeatId: string
  readonly presidingPersonId: string
  readonly secretaryPersonId: string
  readonly attendance: readonly Stay[]
  readonly items: readonly AgendaItem[]
}
export type SessionChange = {
  readonly session: Session
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

export const sessionEntry = (act: Act, session: Session, facts: Facts): EntryDraft => ({
  act,
  subject: { type: 'session', id: session.id },
  campaignId: session.campaignId,
  facts,
})
export const presentSeats = (session: Session): readonly string[] =>
  session.attendance.filter((stay) => stay.leftAt === null).map((stay) => stay.seatId)
export const openItemOf = (session: Session): AgendaItem | undefined =>
  session.items.find((item) => item.openedAt !== null && item.closedAt === null)

const presides = (session: Session, actor: Actor): boolean => actor.personId === session.presidingPersonId
/** The secretary keeps the attendance; the president may too. */
const keepsAttendance = (session: Session, actor: Actor): boolean =>
  presides(session, actor) || actor.personId === session.secretaryPersonId

/** Calls the seats to the meeting. Refused: another phase, an empty agenda, a president who is not on the jury. */
export function conveneSession(
  facts: { readonly phase: string; readonly seatPersons: ReadonlyMap<string, string> },
  session: Session,
): Result<SessionChange, 'phase-closed' | 'agenda-empty' | 'not-chair'> {
  if (facts.phase !== 'evaluation' && facts.phase !== 'presentations' && facts.phase !== 'deliberation') {
    return refuse('phase-closed', { phase: facts.phase })
  }
  if (session.items.length === 0) return refuse('agenda-empty')
  if (facts.seatPersons.get(session.presidingSeatId) !== session.presidingPersonId) return refuse('not-chair')
  const notices = [...facts.seatPersons.values()].map((personId): NoticeDraft => ({
    name: 'session-convened',
    to: { personId },
    campaignId: session.campaignId,
    facts: { sessionId: session.id, at: session.convenedFor },
  }))
  const convened: Session = { ...session, state: 'convened', attendance: [] }
  return ok({
    session: convened,
    entry: sessionEntry('sessionConvened', convened, {
      at: session.convenedFor,
      items: session.items.length,
    }),
    notices,
  })
}

/** Someone enters. Before the opening too: a quorum is counted of people who are there. */
export function recordArrival(
  session: Session,
  actor: Actor,
  arrival: { readonly seatId: string; readonly personId: string },
  now: Instant,
): Result<SessionChange, 'session-closed' | 'not-secretary' | 'already-present'> {
  if (session.state === 'closed') return refuse('session-closed')
  if (!keepsAttendance(session, actor) && actor.personId !== arrival.personId) return refuse('not-secretary')
  if (presentSeats(session).includes(arrival.seatId)) return refuse('already-present')
  const attendance = [...session.attendance, { ...arrival, arrivedAt: now, leftAt: null }]
  return ok({
    session: { ...session, attendance },
    entry: sessionEntry('memberArrived', session, { seatId: arrival.seatId }),
    notices: [],
  })
}

export function recordLeave(
  session: Session,
  actor: Actor,
  seatId: string,
  now: Instant,
): Result<SessionChange, 'session-closed' | 'not-secretary' | 'not-present'> {
  if (session.state === 'closed') return refuse('session-closed')
  const stay = session.attendance.find((one) => one.seatId === seatId && one.leftAt === null)
  if (!stay) return refuse('not-present')
  if (!keepsAttendance(session, actor) && actor.personId !== stay.personId) return refuse('not-secretary')
  const attendance = session.attendance.map((one) => (one === stay ? { ...one, leftAt: now } : one))
  return ok({
    session: { ...session, attendance },
    entry: sessionEntry('memberLeft', session, { seatId }),
    notices: [],
  })
}

/** The president opens the meeting when the quorum of the whole jury stands. */
export function openSession(
  session: Session,
  actor: Actor,
  facts: { readonly seatIds: readonly string[]; readonly quorum: Rational; readonly phase: string },
): Result<
  SessionChange,
  'not-chair' | 'phase-closed' | 'session-open' | 'session-closed' | 'quorum-missing'
> {
  if (!presides(session, actor)) return refuse('not-chair')
  if (facts.phase !== 'deliberation') return refuse('phase-closed', { phase: facts.phase })
  if (session.state !== 'convened')
    return refuse(session.state === 'open' ? 'session-open' : 'session-closed')
  const presence: ItemPresence = {
    seatIds: facts.seatIds,
    recusedSeatIds: [],
    presentSeatIds: presentSeats(session),
  }
  const { needed, present, quorate } = itemQuorum(presence, facts.quorum)
  if (!quorate) return refuse('quorum-missing', { needed, present })
  const opened: Session = { ...session, state: 'open' }
  return ok({
    session: opened,
    entry: sessionEntry('sessionOpened', opened, { needed, present }),
    notices: [],
  })
}

/** The president closes the meeting once every point of the agenda is closed. */
export function closeSession(
  session: Session,
  actor: Actor,
): Result<SessionChange, 'not-chair' | 'session-not-open' | 'items-open'> {
  if (!presides(session, actor)) return refuse('not-chair')
  if (session.state !== 'open') return refuse('session-not-open')
  const open = session.items.filter((item) => item.closedAt === null)
  if (open.length > 0) return refuse('items-open', { items: open.map((item) => item.id) })
  const closed: Session = { ...session, state: 'closed' }
  return ok({
    session: closed,
    entry: sessionEntry('sessionClosed', closed, { items: session.items.length }),
    notices: [],
  })
}
