import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { itemQuorum } from './quorum.ts'
import { openItemOf, presentSeats, sessionEntry } from './session.ts'
import type { AgendaItem, Session, SessionChange } from './session.ts'

/** A seat recused from any finalist of the item takes no part in the whole item. */
export const recusedFor = (
  item: AgendaItem,
  recusals: readonly { readonly seatId: string; readonly nominationId: string }[],
): readonly string[] => [
  ...new Set(
    recusals.filter((one) => item.nominationIds.includes(one.nominationId)).map((one) => one.seatId),
  ),
]

export type OpenItemFacts = {
  readonly seatIds: readonly string[]
  readonly recusals: readonly { readonly seatId: string; readonly nominationId: string }[]
  readonly quorum: Rational
  /** Who presides this item: the deputy when the president is recused from it (product.md section 5). */
  readonly presidingPersonId: string
  /** Reopened sheets of the category that nobody sealed again: the ranking to be discussed would still change. */
  readonly openSheets: number
}
export type OpenItemReason =
  | 'session-not-open'
  | 'item-unknown'
  | 'item-open'
  | 'item-closed'
  | 'not-chair'
  | 'sheets-open'
  | 'recused-present'
  | 'quorum-missing'

/** Opens one point: those recused have left the room, and the quorum of the others stands. */
export function openItem(
  session: Session,
  actor: Actor,
  itemId: string,
  facts: OpenItemFacts,
  now: Instant,
): Result<SessionChange, OpenItemReason> {
  if (session.state !== 'open') return refuse('session-not-open')
  const item = session.items.find((one) => one.id === itemId)
  if (!item) return refuse('item-unknown')
  const current = openItemOf(session)
  if (current) return refuse('item-open', { item: current.id })
  if (item.closedAt !== null) return refuse('item-closed')
  if (actor.personId !== facts.presidingPersonId) return refuse('not-chair')
  if (facts.openSheets > 0) return refuse('sheets-open', { count: facts.openSheets })
  const recusedSeatIds = recusedFor(item, facts.recusals)
  const presentSeatIds = presentSeats(session)
  const staying = recusedSeatIds.filter((seat) => presentSeatIds.includes(seat))
  if (staying.length > 0) return refuse('recused-present', { seats: staying })
  const { eligible, needed, present, quorate } = itemQuorum(
    { seatIds: facts.seatIds, recusedSeatIds, presentSeatIds },
    facts.quorum,
  )
  if (!quorate) return refuse('quorum-missing', { needed, present })
  const entry = sessionEntry('itemOpened', session, {
    item: itemId,
    eligible,
    needed,
    present,
    recused: recusedSeatIds.length,
  })
  return ok({ session: withItem(session, { ...item, openedAt: now }), entry, notices: [] })
}

const withItem = (session: Session, changed: AgendaItem): Session => ({
  ...session,
  items: session.items.map((item) => (item.id === changed.id ? changed : item)),
})

/** Closes one point once each of its prize slots has its decision and no vote runs. */
export function closeItem(
  session: Session,
  actor: Actor,
  facts: {
    readonly itemId: string
    readonly presidingPersonId: string
    readonly openVotes: number
    readonly undecidedSlots: readonly string[]
  },
  now: Instant,
): Result<SessionChange, 'item-not-open' | 'not-chair' | 'vote-open' | 'slot-undecided'> {
  const item = openItemOf(session)
  if (!item || item.id !== facts.itemId) return refuse('item-not-open')
  if (actor.personId !== facts.presidingPersonId) return refuse('not-chair')
  if (facts.openVotes > 0) return refuse('vote-open')
  if (facts.undecidedSlots.length > 0) return refuse('slot-undecided', { slots: facts.undecidedSlots })
  const entry = sessionEntry('itemClosed', session, { item: item.id })
  return ok({ session: withItem(session, { ...item, closedAt: now }), entry, notices: [] })
}
