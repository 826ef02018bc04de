import type { SignedIn } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Check, checkProof, type CheckReason, checkSecondFactor } from './check-second-factor.ts'
import { enrolledBefore, type Enrolment } from './enrolled-before.ts'
import { enrollSecondFactor, type EnrolReason } from './enroll-second-factor.ts'
import { raisedBefore } from './raised-before.ts'

/** The session of the cookie that a form came with, if it still has one, and where the form came from. */
export type Sender = {
  readonly session: SignedIn | null
  readonly cookie: string | null
  readonly origin: Actor['origin']
}

/** What a form is refused for when the same one, a moment before, has raised the session and ended its cookie. */
const AFTER_THE_FIRST: ReadonlySet<string> = new Set(['code-used', 'code-wrong', 'session-over'])

/** `checkSecondFactor` for a form that may come twice: the second, one after the other or at once, is answered as the first. */
export async function checkOnce(
  ctx: Context,
  { session, cookie, origin }: Sender,
  check: Check,
): Promise<Result<{ readonly token: string }, CheckReason | 'sign-in-first'>> {
  const before = () => raisedBefore(ctx, origin, { cookie, proof: checkProof(check) })
  const done =
    session === null ? refuse('sign-in-first') : await checkSecondFactor(ctx, session, { ...check, cookie })
  if (done.ok) return done
  const raised = session === null || AFTER_THE_FIRST.has(done.reason) ? await before() : null
  return raised === null ? done : ok({ token: raised.token })
}

type Enrolled = { readonly token: string | null; readonly codes: readonly string[] }

/** `enrollSecondFactor` likewise; without a `token` where the form came with the new cookie already. */
export async function enrolOnce(
  ctx: Context,
  from: Sender,
  form: Enrolment,
): Promise<Result<Enrolled, EnrolReason | 'sign-in-first'>> {
  const { session, cookie } = from
  const done =
    session === null
      ? refuse('sign-in-first')
      : session.totpEnrolled
        ? refuse('already-enrolled')
        : await enrollSecondFactor(ctx, session, { ...form, cookie })
  if (done.ok) return done
  const isAfterTheFirst = session === null || done.reason === 'already-enrolled'
  const again = isAfterTheFirst ? await enrolledBefore(ctx, from, form) : null
  return again === null ? done : ok(again)
}
