import { loadDissentCases } from '#app/adapters/db/dissent-facts.ts'
import { itemOf, loadMeeting, meetingAccess } from '#app/adapters/db/meetings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { dissentHold, type DissentHold, standingDissent } from '#app/domain/deliberation/dissent.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type DissentPoint = {
  readonly itemId: string
  readonly slotLabel: Localized
  readonly categoryName: Localized
  /** The reader's own dissent that stands. Another member's is never here. */
  readonly own: { readonly reasons: string | null; readonly askedAt: Instant } | null
  /** Why nothing can be asked for or taken back now. */
  readonly held: DissentHold | null
}
export type MyDissents = { readonly sessionId: string; readonly points: readonly DissentPoint[] }

/** What a member may have recorded, and has: the points of the meeting that they take part in. */
export const myDissents = (ctx: Context, actor: Actor, sessionId: string): Promise<Result<MyDissents>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<MyDissents>> => {
    const meeting = await loadMeeting(tx, sessionId, 'read')
    if (!meeting) return refuse('not-found')
    const seat = meeting.seats.find(({ personId }) => personId === actor.personId)
    if (!seat || !decide(actor, 'dissent.ask', meetingAccess(meeting, actor, null)).ok)
      return refuse('not-found')
    const facts = await loadDissentCases(tx, meeting, seat.id)
    const points = meeting.items.flatMap(({ id, slotLabel, categoryName }): DissentPoint[] => {
      const item = itemOf(meeting, id)
      const known = facts.get(id)
      if (!item || !known || !decide(actor, 'dissent.ask', meetingAccess(meeting, actor, item)).ok) return []
      const own = standingDissent(known)
      return [
        {
          ...{ itemId: id, slotLabel, categoryName, held: dissentHold(known) },
          own: own ? { reasons: own.reasons, askedAt: own.askedAt } : null,
        },
      ]
    })
    return ok({ sessionId, points })
  })
