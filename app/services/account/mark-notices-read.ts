import { markRead } from '#app/adapters/db/inbox.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** Marks own notices read: one, or all. The instant is kept as the proof of reading (product.md section 12). */
export const markNoticesRead = (
  ctx: Context,
  actor: Actor,
  input: { readonly noticeId: string | null },
): Promise<Result<Act<{ readonly marked: number }>, DenialReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    const permit = decide(actor, 'notice.read', { campaignId: null, phase: null, ownerId: actor.personId })
    if (!permit.ok) return permit
    const marked = await markRead(tx, actor.personId, input.noticeId, now)
    return ok({ marked, entries: [], notices: [] })
  })
