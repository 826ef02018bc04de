import { lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Shortcuts } from '#app/domain/scoring/shortcuts.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'

/** The single keys of the score sheet, for this account on every device. The trail keeps that they changed. */
export const setShortcuts = (
  ctx: Context,
  actor: Actor,
  { on, keys }: Shortcuts,
): Promise<Result<Trace, 'not-found' | DenialReason>> =>
  run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx }) => {
    const permit = decide(actor, 'account.update', { campaignId: null, phase: null, ownerId: actor.personId })
    if (!permit.ok) return permit
    const account = await lockAccount(tx, actor.personId)
    if (!account) return refuse('not-found')
    await storeAccount(tx, account.id, { shortcuts: { on, keys } })
    const subject = { type: 'person', id: account.id }
    return ok({
      entries: [{ act: 'profileUpdated', subject, campaignId: null, facts: { changed: ['shortcuts'] } }],
      notices: [],
    })
  })
