import { endSessions } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** Ends every session of one's own, this one included (T46: after it, none lives). */
export const endAllSessions = (
  ctx: Context,
  actor: Actor,
): Promise<Result<Act<{ readonly ended: number }>, DenialReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    const permit = decide(actor, 'account.end-session', {
      campaignId: null,
      phase: null,
      ownerId: actor.personId,
    })
    if (!permit.ok) return permit
    const ended = await endSessions(tx, actor.personId, null)
    return ok({
      ended,
      entries: [
        {
          act: 'allSessionsEnded',
          subject: { type: 'person', id: actor.personId },
          campaignId: null,
          facts: { ended },
        },
      ],
      notices: [
        {
          name: 'security-alert',
          to: { personId: actor.personId },
          campaignId: null,
          facts: { event: 'sessions-ended', at: now },
        },
      ],
    })
  })
