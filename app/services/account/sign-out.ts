import { endSession, type SignedIn } from '#app/adapters/db/sessions.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

/** Ends the session of this browser. A session already over is no refusal: the wish is fulfilled. */
export const signOut = (ctx: Context, session: SignedIn): Promise<Result<Trace, never>> =>
  run(ctx, session.actor, { db: 'applicant', role: 'account' }, async ({ tx }) => {
    const ended = await endSession(tx, session.actor.personId, session.sessionId)
    const subject = { type: 'session', id: session.sessionId }
    return ok({
      entries: ended ? [{ act: 'signedOut', subject, campaignId: null, facts: {} }] : [],
      notices: [],
    })
  })
