import { findAccount } from '#app/adapters/db/people.ts'
import { holdsRecoveryCodes } from '#app/adapters/db/recovery-codes.ts'
import type { SignedIn } from '#app/adapters/db/sessions.ts'
import { wallClock } from '#app/adapters/db/wall-clock.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { sameOffer } from './offer-second-factor.ts'
import { raisedBefore } from './raised-before.ts'

export type Enrolment = { readonly sealed: string; readonly code: string }
export const enrolmentProof = ({ sealed, code }: Enrolment): string => `enrol:${sealed}:${code}`

/** The ten codes of one enrolment: they follow from its secret, which the server keeps sealed, and are stored as digests. */
export const enrolmentCodes = (ctx: Context, personId: string, secret: string) =>
  ctx.crypto.sameRecoveryCodes(`${personId}:${secret}`)

/**
 * The answer of an enrolment once more, to the same form sent again: by whoever still has the cookie from before, or already
 * the new one (a page loaded again). Null as soon as another code was used, a recovery code spent or all of them renewed.
 */
export async function enrolledBefore(
  ctx: Context,
  { session, cookie, origin }: { session: SignedIn | null; cookie: string | null; origin: Actor['origin'] },
  form: Enrolment,
): Promise<{ readonly token: string | null; readonly codes: readonly string[] } | null> {
  const raised = await raisedBefore(ctx, origin, { cookie, proof: enrolmentProof(form) })
  const whole = raised?.session ?? (session?.actor.secondFactor === true ? session : null)
  if (whole === null) return null
  const offer = sameOffer(ctx, whole, form.sealed)
  const { personId } = whole.actor
  if (!offer.ok || !(await ctx.limits.spend('second-factor', personId)).ok) return null
  const account = await findAccount(ctx.db.applicant, personId)
  const kept = ctx.crypto.unseal('totp-secret', personId, account?.totpCipher ?? '')
  if (!kept.ok || kept.value !== offer.value.secret) return null
  const now = await wallClock(ctx.db.applicant)
  const verdict = ctx.crypto.verifyTotp(kept.value, form.code, null, now)
  if (!verdict.ok || verdict.value.step !== account?.totpLastStep) return null
  const made = enrolmentCodes(ctx, personId, kept.value)
  const digests = made.map(({ digest }) => digest)
  if (!(await holdsRecoveryCodes(ctx.db.applicant, personId, digests))) return null
  await ctx.limits.forgive('second-factor', personId)
  return { token: raised?.token ?? null, codes: made.map(({ code }) => code) }
}
