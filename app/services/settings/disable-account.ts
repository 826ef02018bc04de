import { lockAdministrators } from '#app/adapters/db/grants.ts'
import { lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { endSessions } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

export type DisableReason = DenialReason | 'not-found' | 'own-account' | 'last-administrator' | 'already-done'

/** Closes an account and ends its sessions in the same transaction. Nobody closes their own, nor the last administrator's. */
export const disableAccount = (
  ctx: Context,
  actor: Actor,
  input: { readonly personId: string },
): Promise<Result<Trace, DisableReason>> =>
  run(ctx, actor, { db: 'office', role: 'administrator' }, async ({ tx, now }) => {
    const permit = decide(actor, 'people.disable', { campaignId: null, phase: null })
    if (!permit.ok) return permit
    if (input.personId === actor.personId) return refuse('own-account')
    const administrators = await lockAdministrators(tx)
    const account = await lockAccount(tx, input.personId)
    if (!account) return refuse('not-found')
    if (account.disabled) return refuse('already-done')
    if (administrators.includes(account.id) && administrators.length < 2) return refuse('last-administrator')
    await storeAccount(tx, account.id, { disabledAt: toDate(now) })
    const ended = await endSessions(tx, account.id, null)
    return ok({
      entries: [
        {
          act: 'accountDisabled',
          subject: { type: 'person', id: account.id },
          campaignId: null,
          facts: { ended },
        },
      ],
      notices: [
        { name: 'account-disabled', to: { personId: account.id }, campaignId: null, facts: { at: now } },
      ],
    })
  })
