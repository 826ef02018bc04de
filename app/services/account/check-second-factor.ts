import { type Account, lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { spendRecoveryCode } from '#app/adapters/db/recovery-codes.ts'
import { raiseSession, type SignedIn } from '#app/adapters/db/sessions.ts'
import { wallClock } from '#app/adapters/db/wall-clock.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Act as AuditAct } from '#app/domain/audit/acts.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { raisedToken } from './raised-before.ts'

export type CheckReason = 'not-enrolled' | 'code-wrong' | 'code-used' | 'session-over' | 'throttled'
export type Check = { readonly code: string; readonly recovery: boolean }
export const checkProof = ({ code, recovery }: Check): string => `check:${recovery}:${code}`
type Proof = Result<{ readonly act: AuditAct; readonly event: string | null }, CheckReason>

/**
 * Raises a session by a code of the authenticator, or by a recovery code. A code counts once: its step is stored under
 * the row lock (T48). The session gets a new cookie; `cookie` is the one that the form came with, where it may come twice.
 */
export async function checkSecondFactor(
  ctx: Context,
  session: SignedIn,
  input: Check & { readonly cookie?: string | null },
): Promise<Result<Act<{ readonly token: string }>, CheckReason>> {
  const { actor } = session
  const room = await ctx.limits.spend('second-factor', actor.personId)
  if (!room.ok) return room
  const done = await run(ctx, actor, { db: 'applicant', role: 'account' }, async (unit) => {
    const account = await lockAccount(unit.tx, actor.personId)
    if (!account?.totpEnrolled) return refuse('not-enrolled')
    const proof = input.recovery
      ? await byRecoveryCode(ctx, unit, account, input.code)
      : await byCode(ctx, unit, account, input.code)
    if (!proof.ok) return proof
    const { token, digest } = raisedToken(ctx, { cookie: input.cookie ?? null, proof: checkProof(input) })
    if (!(await raiseSession(unit.tx, session.sessionId, digest))) return refuse('session-over')
    const { act, event } = proof.value
    const to = { personId: account.id }
    return ok({
      token,
      entries: [{ act, subject: { type: 'session', id: session.sessionId }, campaignId: null, facts: {} }],
      notices: event
        ? [{ name: 'security-alert', to, campaignId: null, facts: { event, at: unit.now } }]
        : [],
    })
  })
  if (done.ok) await ctx.limits.forgive('second-factor', actor.personId)
  return done
}

async function byCode(ctx: Context, { tx }: Unit, account: Account, code: string): Promise<Proof> {
  const secret = ctx.crypto.unseal('totp-secret', account.id, account.totpCipher ?? '')
  if (!secret.ok) return refuse('not-enrolled')
  const verdict = ctx.crypto.verifyTotp(secret.value, code, account.totpLastStep, await wallClock(tx))
  if (!verdict.ok) return refuse(verdict.reason, {}, { code: 'errors.code.wrong' })
  await storeAccount(tx, account.id, { totpLastStep: BigInt(verdict.value.step) })
  return ok({ act: 'secondFactorPassed', event: null })
}

async function byRecoveryCode(
  ctx: Context,
  { tx, now }: Unit,
  account: Account,
  code: string,
): Promise<Proof> {
  const spent = await spendRecoveryCode(tx, account.id, ctx.crypto.recoveryCodeDigest(code), now)
  if (!spent) return refuse('code-wrong', {}, { code: 'errors.code.wrong' })
  return ok({ act: 'recoveryCodeUsed', event: 'recovery-code-used' })
}
