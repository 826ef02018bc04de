import { lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

/** Opens a closed account again. Its sessions stay ended; its roles are those it still holds. */
export const enableAccount = (
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string },
): Promise<Result<Trace, DenialReason | 'not-found' | 'already-done'>> =>
  run(ctx, actor, { db: 'office', role: 'administrator' }, async ({ tx, now }) => {
    const permit = decide(actor, 'people.disable', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    const account = await lockAccount(tx, input.personId)
    if (!account) return refuse('not-found')
    if (!account.disabled) return refuse('already-done')
    await storeAccount(tx, account.id, { disabledAt: null })
    return ok({
      entries: [
        { act: 'accountEnabled', subject: { type: 'person', id: account.id }, campaignId: null, facts: {} },
      ],
      notices: [
        {
          name: 'security-alert',
          to: { personId: account.id },
          campaignId: null,
          facts: { event: 'account-enabled', at: now },
        },
      ],
    })
  })
