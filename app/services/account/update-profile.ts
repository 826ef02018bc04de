import { lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

/** The name shown to others and the language of letters. The trail keeps which changed, not the words. */
export const updateProfile = (
  ctx: Context,
  actor: Actor,
  input: { readonly name: string; readonly locale: Locale },
): Promise<Result<Trace, 'not-found' | DenialReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx }) => {
    const permit = decide(actor, 'account.update', { campaignId: null, phase: null, ownerId: actor.personId })
    if (!permit.ok) return permit
    const account = await lockAccount(tx, actor.personId)
    if (!account) return refuse('not-found')
    const changed = [
      ...(account.name === input.name ? [] : ['name']),
      ...(account.locale === input.locale ? [] : ['locale']),
    ]
    if (changed.length === 0) return ok({ entries: [], notices: [] })
    await storeAccount(tx, account.id, { name: input.name, locale: input.locale })
    return ok({
      entries: [
        {
          act: 'profileUpdated',
          subject: { type: 'person', id: account.id },
          campaignId: null,
          facts: { changed },
        },
      ],
      notices: [],
    })
  })
