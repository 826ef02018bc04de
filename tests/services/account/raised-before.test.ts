import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { checkProof, checkSecondFactor } from '#app/services/account/check-second-factor.ts'
import { raisedBefore } from '#app/services/account/raised-before.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, PASSWORD, stage, tightOn, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const origin = { requestId: 'test', address: '192.0.2.9' }

/** A session that a code of the authenticator has just raised, and the cookie that died with it. */
async function raised() {
  const { email, id } = await on.account()
  const { secret } = ctx.crypto.newTotp(email, 'Imtiyaz')
  await test.owner.query('UPDATE person SET totp_cipher = $2, totp_enrolled_at = now() WHERE id = $1', [
    id,
    ctx.crypto.seal('totp-secret', id, secret),
  ])
  const entered = await signIn(ctx, visit(), { email, password: PASSWORD })
  const cookie = entered.ok ? entered.value.token : ''
  const session = await on.session(cookie)
  if (session === null) throw new Error('no session')
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const done = await checkSecondFactor(ctx, session, { code, recovery: false, cookie })
  if (!done.ok) throw new Error(done.reason)
  const again = (limited: typeof ctx, tried = code) =>
    raisedBefore(limited, origin, { cookie, proof: checkProof({ code: tried, recovery: false }) })
  return { token: done.value.token, code, again }
}

it('whoever has the cookie from before may not guess the code: a few tries, then not even the right one counts', async () => {
  const { again, token, code } = await raised()
  const tight = tightOn(ctx, 'second-factor', 5)
  for (let guess = 0; guess < 5; guess += 1)
    expect(await again(tight, String((Number(code) + 1 + guess) % 1_000_000).padStart(6, '0'))).toBeNull()
  expect(await again(tight), 'the sixth try').toBeNull()
  expect((await again(ctx))?.token, 'without the limit it is the right one').toBe(token)
})

it('asks the limit of the address first, so that invented cookies fill no table', async () => {
  const { again } = await raised()
  expect(await again(tightOn(ctx, 'sign-in-address', 0))).toBeNull()
})
