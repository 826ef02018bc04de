import { endSession } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

/** Ends one session of one's own; someone else's, an old or an absent one are all `not-found`. */
export const endOneSession = (
  ctx: Context,
  actor: Actor,
  input: { readonly sessionId: string },
): Promise<Result<Trace, 'not-found' | DenialReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx }) => {
    const permit = decide(actor, 'account.end-session', {
      campaignId: null,
      phase: null,
      ownerId: actor.personId,
    })
    if (!permit.ok) return permit
    if (!(await endSession(tx, actor.personId, input.sessionId))) return refuse('not-found')
    const subject = { type: 'session', id: input.sessionId }
    return ok({ entries: [{ act: 'sessionEnded', subject, campaignId: null, facts: {} }], notices: [] })
  })
