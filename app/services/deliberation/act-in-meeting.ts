import {
  itemOf,
  loadMeeting,
  type Meeting,
  meetingAccess,
  withNomination,
} from '#app/adapters/db/meetings.ts'
import type { Action } from '#app/domain/access/action.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { run, type Trace, type Unit } from '#app/services/run.ts'

type Item = NonNullable<ReturnType<typeof itemOf>>
/** `about`: a nomination that the act is on beside those of the point. */
type Where = { readonly sessionId: string; readonly itemId?: string; readonly about?: string | null }
export type InMeeting = Unit & { readonly meeting: Meeting; readonly hand: string }

/**
 * One act of a meeting: the session is locked, the policy asked after the lock. Somebody without a part in the
 * campaign hears the same as for a session that does not exist (reliability.md T01). The log names the hand it was done by.
 */
export const actInMeeting = <T extends Trace>(
  ctx: Context,
  actor: Actor,
  action: Action,
  where: Where,
  work: (unit: InMeeting, item: Item | null) => Promise<Result<T>>,
): Promise<Result<T>> =>
  run(ctx, actor, { db: 'office', role: 'chair' }, async ({ tx, now }): Promise<Result<T>> => {
    const meeting = await loadMeeting(tx, where.sessionId, 'lock')
    if (!meeting) return refuse('not-found')
    const found = where.itemId === undefined ? null : (itemOf(meeting, where.itemId) ?? null)
    const item = found && where.about ? withNomination(found, where.about) : found
    if (where.itemId !== undefined && item === null) return refuse('not-found')
    const permit = decide(actor, action, meetingAccess(meeting, actor, item))
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const done = await work({ tx, now, meeting, hand: permit.value.as }, item)
    return done.ok ? { ...done, value: { ...done.value, actedAs: permit.value.as } } : done
  })

export type { Item }
