import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import type { SignedIn } from '#app/adapters/db/sessions.ts'
import { checkSecondFactor } from '#app/services/account/check-second-factor.ts'
import { enrollSecondFactor } from '#app/services/account/enroll-second-factor.ts'
import { offerSecondFactor } from '#app/services/account/offer-second-factor.ts'
import { renewRecoveryCodes } from '#app/services/account/renew-recovery-codes.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, stage } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

/** Of the step to come, unless said: it is still good when a slow machine reads it a step later. */
const codeOf = (secret: string, step = 1): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.now() + step * 30_000,
  })

async function enrolled() {
  const { id, email } = await on.account()
  const session = await on.enter(email)
  const { sealed, secret } = offerSecondFactor(ctx, session)
  const done = await enrollSecondFactor(ctx, session, { sealed, code: codeOf(secret, 0) })
  if (!done.ok) throw new Error(done.reason)
  return { id, email, secret, codes: done.value.codes, token: done.value.token, session }
}
/** A fresh session by password alone. */
const half = (email: string): Promise<SignedIn> => on.enter(email)

describe('enrollSecondFactor', () => {
  it('stores nothing before a code proves the secret', async () => {
    const { email, id } = await on.account()
    const session = await on.enter(email)
    const { sealed } = offerSecondFactor(ctx, session)
    const before = await on.marks()
    expect(await enrollSecondFactor(ctx, session, { sealed, code: '000000' })).toMatchObject({
      reason: 'code-wrong',
      fields: { code: 'errors.code.wrong' },
    })
    expect(await on.marks()).toEqual(before)
    expect(await on.one('SELECT totp_cipher FROM person WHERE id = $1', id)).toEqual({ totp_cipher: null })
  })

  it('stores the secret sealed, raises the session under a new name and gives ten codes kept as digests', async () => {
    const { id, secret, codes, token, session } = await enrolled()
    const row = await on.one<{ totp_cipher: string }>('SELECT totp_cipher FROM person WHERE id = $1', id)
    expect(row.totp_cipher).not.toContain(secret)
    expect((await on.session(token))?.actor.secondFactor).toBe(true)
    expect((await on.session(token))?.sessionId).toBe(session.sessionId)
    expect(new Set(codes).size).toBe(10)
    const plain = await on.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM recovery_code WHERE code_hash = ANY($1)',
      codes,
    )
    expect(plain.n).toBe(0)
    expect(await on.letter('security-alert')).toMatchObject({ facts: { event: 'second-factor-enrolled' } })
    expect(await on.lastActs(2)).toEqual(['signedIn', 'secondFactorEnrolled'])
  })

  it("refuses another person's offer and a second enrolment", async () => {
    const mine = await on.enter((await on.account()).email)
    const theirs = offerSecondFactor(ctx, await on.enter((await on.account()).email))
    expect(
      await enrollSecondFactor(ctx, mine, { sealed: theirs.sealed, code: codeOf(theirs.secret) }),
    ).toMatchObject({ reason: 'offer-invalid' })
    const done = await enrolled()
    const session = await half(done.email)
    const again = offerSecondFactor(ctx, session)
    expect(
      await enrollSecondFactor(ctx, session, { sealed: again.sealed, code: codeOf(again.secret) }),
    ).toMatchObject({ reason: 'already-enrolled' })
  })
})

describe('checkSecondFactor', () => {
  it('takes one code once among ten at the same time', async () => {
    const { email, secret } = await enrolled()
    const sessions = await Promise.all(Array.from({ length: 10 }, () => half(email)))
    const code = codeOf(secret)
    const tries = await Promise.all(
      sessions.map((session) => checkSecondFactor(ctx, session, { code, recovery: false })),
    )
    expect(tries.filter((one) => one.ok)).toHaveLength(1)
    expect(tries.filter((one) => !one.ok && one.reason === 'code-used')).toHaveLength(9)
    const passed = await on.one<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE act = 'secondFactorPassed'`,
    )
    expect(passed.n).toBe(1)
  })

  it('kills the half session cookie when it raises the session', async () => {
    const { email, secret } = await enrolled()
    const session = await half(email)
    const done = await checkSecondFactor(ctx, session, { code: codeOf(secret), recovery: false })
    expect(done.ok && (await on.session(done.value.token))?.actor.secondFactor).toBe(true)
    const row = await on.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM session WHERE id = $1 AND token_hash = $2',
      session.sessionId,
      ctx.crypto.tokenDigest(done.ok ? done.value.token : ''),
    )
    expect(row.n).toBe(1)
  })

  it('takes a recovery code once, however it is typed, and says so by mail', async () => {
    const { email, codes } = await enrolled()
    const code = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ')
    const sessions = await Promise.all([half(email), half(email)])
    const tries = await Promise.all(
      sessions.map((session) => checkSecondFactor(ctx, session, { code, recovery: true })),
    )
    expect(tries.filter((one) => one.ok)).toHaveLength(1)
    expect(await on.letter('security-alert')).toMatchObject({ email, facts: { event: 'recovery-code-used' } })
    expect(await on.lastActs(2)).toEqual(['signedIn', 'recoveryCodeUsed'])
  })

  it('refuses a wrong code without a trace, and stops after the tries allowed', async () => {
    const { email } = await enrolled()
    const session = await half(email)
    const before = await on.marks()
    const tight = { ...ctx, limits: createMemoryRateLimit(5) }
    const reasons: string[] = []
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const tried = await checkSecondFactor(tight, session, {
        code: String(100_000 + attempt),
        recovery: false,
      })
      reasons.push(tried.ok ? 'ok' : tried.reason)
    }
    expect(reasons.slice(5)).toEqual(['throttled', 'throttled', 'throttled'])
    expect(await on.marks()).toEqual(before)
  })

  it('refuses a session that has ended in between', async () => {
    const { email, secret } = await enrolled()
    const session = await half(email)
    await test.owner.query('UPDATE session SET ended_at = now() WHERE id = $1', [session.sessionId])
    expect(await checkSecondFactor(ctx, session, { code: codeOf(secret), recovery: false })).toMatchObject({
      reason: 'session-over',
    })
  })
})

describe('renewRecoveryCodes', () => {
  it('makes the old codes worthless, and only behind the second factor', async () => {
    const { email, token, codes } = await enrolled()
    const whole = await on.session(token)
    const session = await half(email)
    expect(await renewRecoveryCodes(ctx, session.actor)).toMatchObject({ reason: 'second-factor-required' })
    if (!whole) throw new Error('no session')
    expect(await renewRecoveryCodes(ctx, whole.actor)).toMatchObject({ ok: true })
    expect(await on.lastActs(2)).toEqual(['signedIn', 'recoveryCodesRenewed'])
    expect(await checkSecondFactor(ctx, session, { code: codes[1] ?? '', recovery: true })).toMatchObject({
      reason: 'code-wrong',
    })
  })
})
