import { type Account, findAccountByEmail, lockAccount } from '#app/adapters/db/people.ts'
import { retireLinks } from '#app/adapters/db/tokens.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { admitAttempt } from './admit-attempt.ts'
import { newDeviceMark } from './device-mark.ts'
import { evenRefusal } from './even-time.ts'
import { issueLink } from './issue-link.ts'
import { openSession } from './open-session.ts'
import { holder, type Visit } from './visit.ts'

const FLOOR = 350

export type SignInReason = 'credentials-wrong' | 'throttled' | 'busy'
export type Entered = {
  readonly token: string
  readonly deviceMark: string
  readonly personId: string
  readonly secondFactorEnrolled: boolean
}

/**
 * Opens a session for an address and its password. An absent, closed or passwordless account costs the same work and
 * gets the same refusal as a wrong password, and so does one whose address nobody confirmed: else whoever registers an
 * address and then signs in would learn whether it was taken (T13).
 */
export async function signIn(
  ctx: Context,
  visit: Visit,
  input: { readonly email: string; readonly password: string },
): Promise<Result<Act<Entered>, SignInReason>> {
  const room = await admitAttempt(ctx, visit, input.email)
  if (!room.ok) return room
  const done = await evenRefusal(FLOOR, 'credentials-wrong', () => compare(ctx, visit, input))
  if (done.ok) await room.value.forgive()
  return done
}

async function compare(
  ctx: Context,
  visit: Visit,
  input: { readonly email: string; readonly password: string },
): Promise<Result<Act<Entered>, SignInReason>> {
  const account = await findAccountByEmail(ctx.db.applicant, input.email)
  const right = await ctx.crypto.verifyPassword(
    input.password,
    account && !account.disabled ? account.passwordHash : null,
  )
  if (!right.ok) return right
  if (!account || !right.value) return refuse('credentials-wrong')
  if (account.emailVerified) return enter(ctx, visit, account)
  await sendAgain(ctx, visit, account)
  return refuse('credentials-wrong')
}

const enter = (ctx: Context, visit: Visit, account: Account): Promise<Result<Act<Entered>, SignInReason>> =>
  run(ctx, holder(account, visit), { db: 'applicant', role: 'account' }, async (unit) => {
    const current = await lockAccount(unit.tx, account.id)
    // The password was compared outside the transaction: a reset or a closing in between wins.
    if (!current || current.disabled || current.passwordHash !== account.passwordHash)
      return refuse('credentials-wrong')
    const { sessionId, token } = await openSession(ctx, unit, account, visit)
    return ok({
      token,
      deviceMark: newDeviceMark(ctx, account),
      personId: account.id,
      secondFactorEnrolled: account.totpEnrolled,
      entries: [
        { act: 'signedIn', subject: { type: 'session', id: sessionId }, campaignId: null, facts: {} },
      ],
      notices: [],
    })
  })

/** Only who knows the password gets here: the letter is sent again, a few times an hour. */
async function sendAgain(ctx: Context, visit: Visit, account: Account): Promise<void> {
  const { id, email, locale } = account
  const room = await ctx.limits.spend('confirm-account', ctx.crypto.sha256(email))
  if (!room.ok) return
  await run(ctx, holder(account, visit), { db: 'applicant', role: 'account' }, async (unit) => {
    await retireLinks(unit.tx, 'verify-email', id, unit.now)
    const { token, expiresAt } = await issueLink(ctx, unit, { kind: 'verify-email', email, personId: id })
    return ok({
      entries: [
        { act: 'confirmationSentAgain', subject: { type: 'person', id }, campaignId: null, facts: {} },
      ],
      notices: [
        { name: 'verify-email', to: { email, locale }, campaignId: null, facts: { token, expiresAt } },
      ],
    })
  })
}
