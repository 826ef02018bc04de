import { lockAccount } from '#app/adapters/db/people.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { openSession } from './open-session.ts'
import { type Visit, visitor } from './visit.ts'

/**
 * Opens a session as an invented person, second factor included. Exists in a demonstration only: elsewhere, and for
 * anyone not invented, it answers as for something that does not exist.
 */
export async function signInAs(
  ctx: Context,
  visit: Visit,
  input: { readonly personId: string },
): Promise<Result<Act<{ readonly token: string }>, 'not-found'>> {
  if (!ctx.demonstration) return refuse('not-found')
  return run(ctx, visitor(visit), { db: 'applicant', role: 'public' }, async (unit) => {
    const account = await lockAccount(unit.tx, input.personId)
    if (!account?.demonstration || account.disabled) return refuse('not-found')
    const { token } = await openSession(ctx, unit, account, visit, true)
    const subject = { type: 'person', id: account.id }
    return ok({
      token,
      entries: [{ act: 'signedInAsDemonstration', subject, campaignId: null, facts: {} }],
      notices: [],
    })
  })
}
