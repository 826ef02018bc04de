import { storeSessionState } from '#app/adapters/db/deliberations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { openSession as decideOpening } from '#app/domain/deliberation/session.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'

/** The president opens the meeting when the quorum of the whole jury stands. */
export const openSession = (
  ctx: Context,
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<Act<{ readonly sessionId: string }>>> =>
  actInMeeting(ctx, actor, 'session.open', { sessionId }, async ({ tx, now, meeting }) => {
    const { seatIds, quorum, campaign } = meeting
    const decision = decideOpening(meeting.session, actor, { seatIds, quorum, phase: campaign.phase })
    if (!decision.ok) return decision
    await storeSessionState(tx, sessionId, { state: 'open', now })
    return ok({ sessionId, entries: [decision.value.entry], notices: [] })
  })
