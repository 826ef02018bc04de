import { storeItemOpened } from '#app/adapters/db/agenda.ts'
import { findSessionOfItem } from '#app/adapters/db/deliberations.ts'
import { loadOpenSheets } from '#app/adapters/db/release-facts.ts'
import { presidingSeat, recusedSeats } from '#app/adapters/db/meetings.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { openItem as decideOpening } from '#app/domain/deliberation/agenda-item.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'

/**
 * Opens the discussion of one prize slot: the recused have left, the quorum of the others stands. Finalists and
 * recused seats are fixed from this instant.
 */
export async function openItem(
  ctx: Context,
  actor: Actor,
  { itemId }: { readonly itemId: string },
): Promise<Result<Act<{ readonly sessionId: string }>>> {
  const sessionId = await findSessionOfItem(ctx.db.office, itemId)
  if (!sessionId) return refuse('not-found')
  return actInMeeting(
    ctx,
    actor,
    'session.open-item',
    { sessionId, itemId },
    async ({ tx, now, meeting }, item) => {
      if (!item) return refuse('not-found')
      const presidingPersonId = presidingSeat(meeting, item)?.personId ?? ''
      const { seatIds, recusals, quorum, campaign } = meeting
      const openSheets = (await loadOpenSheets(tx, campaign.id)).get(item.row.category) ?? 0
      const decision = decideOpening(
        meeting.session,
        actor,
        itemId,
        { seatIds, recusals, quorum, presidingPersonId, openSheets },
        now,
      )
      if (!decision.ok) return decision
      await storeItemOpened(tx, itemId, {
        now,
        finalists: item.agenda.nominationIds,
        recused: recusedSeats(meeting, item),
      })
      return ok({ sessionId, entries: [decision.value.entry], notices: [] })
    },
  )
}
