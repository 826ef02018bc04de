import { findAccount, lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { findLink, lockLink, spendLink } from '#app/adapters/db/tokens.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { admitAttempt } from './admit-attempt.ts'
import { openSession } from './open-session.ts'
import { holder, type Visit } from './visit.ts'

export type VerifyReason = 'link-dead' | 'password-wrong' | 'throttled' | 'busy'

/**
 * Confirms an address and signs in. The link proves the mailbox, the password proves that the mailbox's owner is the
 * one who registered: a stranger who registers somebody else's address gains nothing when the owner clicks.
 */
export async function verifyEmail(
  ctx: Context,
  visit: Visit,
  input: { readonly token: string; readonly password: string },
): Promise<
  Result<Act<{ readonly token: string; readonly personId: string; readonly email: string }>, VerifyReason>
> {
  const digest = ctx.crypto.tokenDigest(input.token)
  const seen = await findLink(ctx.db.applicant, digest, await awardNow(ctx.db.applicant))
  if (seen?.kind !== 'verify-email' || !seen.personId) return refuse('link-dead')
  const account = await findAccount(ctx.db.applicant, seen.personId)
  if (!account || account.disabled) return refuse('link-dead')
  const room = await admitAttempt(ctx, visit, account.email)
  if (!room.ok) return room
  const right = await ctx.crypto.verifyPassword(input.password, account.passwordHash)
  if (!right.ok) return right
  if (!right.value) return refuse('password-wrong', {}, { password: 'account.error.passwordWrong' })
  const done = await run(ctx, holder(account, visit), { db: 'applicant', role: 'account' }, async (unit) => {
    const link = await lockLink(unit.tx, digest, unit.now)
    if (!link) return refuse('link-dead')
    const current = await lockAccount(unit.tx, account.id)
    if (!current || current.disabled || current.passwordHash !== account.passwordHash)
      return refuse('link-dead')
    await spendLink(unit.tx, link.id, unit.now)
    await storeAccount(unit.tx, account.id, { emailVerifiedAt: toDate(unit.now) })
    const { token } = await openSession(ctx, unit, account, visit)
    const subject = { type: 'person', id: account.id }
    const entries = [{ act: 'addressConfirmed' as const, subject, campaignId: null, facts: {} }]
    return ok({ token, personId: account.id, email: account.email, entries, notices: [] })
  })
  if (done.ok) await room.value.forgive()
  return done
}
