import { findAccount, lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { endSessions, type SignedIn } from '#app/adapters/db/sessions.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { admitAttempt } from './admit-attempt.ts'
import { newDeviceMark } from './device-mark.ts'
import { checkNewPassword } from './password-rule.ts'
import type { Visit } from './visit.ts'

export type ChangeReason =
  'password-wrong' | 'password-short' | 'password-known' | 'throttled' | 'busy' | 'not-found' | DenialReason

/**
 * Replaces the password, the old one being known; every other session of the account ends, and so does every mark of a
 * browser: this one gets another.
 */
export async function changePassword(
  ctx: Context,
  session: SignedIn,
  visit: Visit,
  input: { readonly current: string; readonly password: string },
): Promise<Result<Act<{ readonly deviceMark: string }>, ChangeReason>> {
  const { actor } = session
  const account = await findAccount(ctx.db.applicant, actor.personId)
  if (!account) return refuse('not-found')
  const room = await admitAttempt(ctx, visit, account.email)
  if (!room.ok) return room
  const right = await ctx.crypto.verifyPassword(input.current, account.passwordHash)
  if (!right.ok) return right
  if (!right.value) return refuse('password-wrong', {}, { current: 'account.error.passwordWrong' })
  const fit = checkNewPassword(input.password, account)
  if (!fit.ok) return fit
  const hashed = await ctx.crypto.hashPassword(input.password)
  if (!hashed.ok) return hashed
  const done = await run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    const permit = decide(actor, 'account.update', { campaignId: null, phase: null, ownerId: actor.personId })
    if (!permit.ok) return permit
    const current = await lockAccount(tx, actor.personId)
    if (!current || current.passwordHash !== account.passwordHash)
      return refuse('password-wrong', {}, { current: 'account.error.passwordWrong' })
    await storeAccount(tx, actor.personId, { passwordHash: hashed.value })
    const ended = await endSessions(tx, actor.personId, session.sessionId)
    const to = { personId: actor.personId }
    return ok({
      deviceMark: newDeviceMark(ctx, { email: account.email, passwordHash: hashed.value }),
      entries: [
        {
          act: 'passwordChanged',
          subject: { type: 'person', id: actor.personId },
          campaignId: null,
          facts: { ended },
        },
      ],
      notices: [
        { name: 'security-alert', to, campaignId: null, facts: { event: 'password-changed', at: now } },
      ],
    })
  })
  if (done.ok) await room.value.forgive()
  return done
}
