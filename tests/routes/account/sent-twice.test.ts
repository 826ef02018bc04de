import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { action as check } from '#app/routes/account/second-factor.tsx'
import { action, loader } from '#app/routes/account/second-factor-enrol.tsx'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { identityContext, PASSWORD, stage } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { answerOf, ask, sessionOf } from './ask.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

const codeOf = (secret: string, step: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.now() + step * 30_000,
  })
async function enter(email: string): Promise<string> {
  const form = { email, password: PASSWORD }
  return sessionOf(await answerOf(() => signIn(ask(ctx, '/fr/account/sign-in', { form }))))
}

const PAGE = '/fr/account/second-factor/enrol'
type Offered = { readonly offer: { readonly sealed: string; readonly secret: string } }

it.each(['one after the other', 'at the same time'])(
  'a second factor that is enrolled by two clicks, %s, shows the codes once, to whichever answer is read',
  async (how) => {
    const { email } = await on.account()
    const cookie = await enter(email)
    const page = await answerOf(() => loader(ask(ctx, PAGE, { cookie })))
    const { sealed, secret } = (page.body as Offered).offer
    const form = { sealed, code: codeOf(secret.replaceAll(' ', ''), 0) }
    const asked = () => ask(ctx, PAGE, { form, cookie })
    const post = () => answerOf(() => action(asked()))
    const [first, second] =
      how === 'at the same time'
        ? await Promise.all([post(), post()])
        : ([await post(), await post()] as const)
    expect([first, second].map(({ status }) => status)).toEqual([200, 200])
    expect((first.body as { codes: string[] }).codes).toHaveLength(10)
    expect(second.body).toEqual(first.body)
    expect(sessionOf(second)).toBe(sessionOf(first))
    // The page behind the answer is drawn in the same request, whose cookie is over by then.
    const args = asked()
    await answerOf(() => action(args))
    expect((await answerOf(() => loader(args))).body).toEqual({
      to: '/fr/account',
      isAsked: false,
      offer: null,
    })
    const acts = await on.lastActs(2)
    expect(acts).toEqual(['signedIn', 'secondFactorEnrolled'])
  },
)

it.each(['one after the other', 'at the same time'])(
  'a code that is shown by two clicks, %s, signs in, whichever answer is read',
  async (how) => {
    const { email, id } = await on.account()
    const { secret } = ctx.crypto.newTotp(email, 'Imtiyaz')
    await test.owner.query('UPDATE person SET totp_cipher = $2, totp_enrolled_at = now() WHERE id = $1', [
      id,
      ctx.crypto.seal('totp-secret', id, secret),
    ])
    const cookie = await enter(email)
    const form = { code: codeOf(secret, 0) }
    const post = () => answerOf(() => check(ask(ctx, '/fr/account/second-factor', { form, cookie })))
    const [first, second] =
      how === 'at the same time'
        ? await Promise.all([post(), post()])
        : ([await post(), await post()] as const)
    expect([first, second].map(({ status, location }) => [status, location])).toEqual([
      [303, '/fr/account'],
      [303, '/fr/account'],
    ])
    expect(sessionOf(second)).toBe(sessionOf(first))
    expect(await on.lastActs(2)).toEqual(['signedIn', 'secondFactorPassed'])
  },
)
