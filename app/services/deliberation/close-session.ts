import { storeSessionState } from '#app/adapters/db/deliberations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { closeSession as decideClosing } from '#app/domain/deliberation/session.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { actInMeeting } from './act-in-meeting.ts'

/** The president closes the meeting once every point of its agenda is decided. */
export const closeSession = (
  ctx: Context,
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<Act<{ readonly sessionId: string }>>> =>
  actInMeeting(ctx, actor, 'session.close', { sessionId }, async ({ tx, now, meeting }) => {
    const decision = decideClosing(meeting.session, actor)
    if (!decision.ok) return decision
    await storeSessionState(tx, sessionId, { state: 'closed', now })
    return ok({ sessionId, entries: [decision.value.entry], notices: [] })
  })
