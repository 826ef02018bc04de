import { lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { storeRecoveryCodes } from '#app/adapters/db/recovery-codes.ts'
import { endSessions, raiseSession, type SignedIn } from '#app/adapters/db/sessions.ts'
import { wallClock } from '#app/adapters/db/wall-clock.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { type Enrolment, enrolmentCodes, enrolmentProof } from './enrolled-before.ts'
import { sameOffer } from './offer-second-factor.ts'
import { raisedToken } from './raised-before.ts'

export type EnrolReason = 'offer-invalid' | 'already-enrolled' | 'code-wrong' | 'session-over' | 'throttled'

/**
 * Stores the second factor once a code proves it works; gives the recovery codes and a new cookie. `cookie` is the one that
 * the form came with, where it may come twice (`enrolledBefore`).
 */
export async function enrollSecondFactor(
  ctx: Context,
  session: SignedIn,
  input: Enrolment & { readonly cookie?: string | null },
): Promise<Result<Act<{ readonly token: string; readonly codes: readonly string[] }>, EnrolReason>> {
  const { actor } = session
  const offer = sameOffer(ctx, session, input.sealed)
  if (!offer.ok) return offer
  const room = await ctx.limits.spend('second-factor', actor.personId)
  if (!room.ok) return room
  const made = enrolmentCodes(ctx, actor.personId, offer.value.secret)
  const done = await run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    const account = await lockAccount(tx, actor.personId)
    if (!account || account.totpEnrolled) return refuse('already-enrolled')
    const verdict = ctx.crypto.verifyTotp(offer.value.secret, input.code, null, await wallClock(tx))
    if (!verdict.ok) return refuse('code-wrong', {}, { code: 'errors.code.wrong' })
    const raising = { cookie: input.cookie ?? null, proof: enrolmentProof(input) }
    const { token, digest } = raisedToken(ctx, raising)
    if (!(await raiseSession(tx, session.sessionId, digest))) return refuse('session-over')
    await endSessions(tx, account.id, session.sessionId)
    await storeAccount(tx, account.id, {
      totpCipher: ctx.crypto.seal('totp-secret', account.id, offer.value.secret),
      totpEnrolledAt: toDate(now),
      totpLastStep: BigInt(verdict.value.step),
    })
    await storeRecoveryCodes(
      tx,
      account.id,
      made.map((code) => ({ id: ctx.ids.rowId(), digest: code.digest })),
    )
    return ok({
      token,
      codes: made.map(({ code }) => code),
      entries: [
        {
          act: 'secondFactorEnrolled',
          subject: { type: 'person', id: account.id },
          campaignId: null,
          facts: {},
        },
      ],
      notices: [
        {
          name: 'security-alert',
          to: { personId: account.id },
          campaignId: null,
          facts: { event: 'second-factor-enrolled', at: now },
        },
      ],
    })
  })
  if (done.ok) await ctx.limits.forgive('second-factor', actor.personId)
  return done
}
