import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import type { SignedIn } from '#app/adapters/db/sessions.ts'
import { checkProof, checkSecondFactor } from '#app/services/account/check-second-factor.ts'
import { enrolledBefore } from '#app/services/account/enrolled-before.ts'
import { enrollSecondFactor } from '#app/services/account/enroll-second-factor.ts'
import { offerSecondFactor } from '#app/services/account/offer-second-factor.ts'
import { raisedBefore } from '#app/services/account/raised-before.ts'
import { renewRecoveryCodes } from '#app/services/account/renew-recovery-codes.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, PASSWORD, stage, visit } from './stage.ts'

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

describe('a form that comes twice', () => {
  const origin = { requestId: 'test', address: null }
  /** Half a session, as its browser holds it. */
  async function halfWithCookie() {
    const { email } = await on.account()
    const entered = await signIn(ctx, visit(), { email, password: PASSWORD })
    const cookie = entered.ok ? entered.value.token : ''
    const session = await on.session(cookie)
    if (session === null) throw new Error('no session')
    return { email, cookie, session, ...offerSecondFactor(ctx, session) }
  }
  async function sentOnce() {
    const half = await halfWithCookie()
    const form = { sealed: half.sealed, code: codeOf(half.secret, 0) }
    const first = await enrollSecondFactor(ctx, half.session, { ...form, cookie: half.cookie })
    if (!first.ok) throw new Error(first.reason)
    expect(await on.session(half.cookie), 'the cookie that came is over').toBeNull()
    const again = (cookie: string | null, changes = {}, session: SignedIn | null = null) =>
      enrolledBefore(ctx, { session, cookie, origin }, { ...form, ...changes })
    return { ...half, ...first.value, again }
  }

  it('is given the same codes and the same cookie, and does nothing a second time', async () => {
    const { cookie, token, codes, again } = await sentOnce()
    const before = await on.marks()
    expect(await again(cookie)).toEqual({ token, codes })
    const whole = await on.session(token)
    expect(await again(token, {}, whole), 'the page of the codes, loaded again').toEqual({
      token: null,
      codes,
    })
    expect(await on.marks()).toEqual(before)
  })

  it('is given nothing without the cookie, the offer and the code of the first', async () => {
    const { cookie, again } = await sentOnce()
    const other = await sentOnce()
    const nothing = [
      again(null),
      again(other.cookie),
      again('x'.repeat(43)),
      again(cookie, { code: '000000' }),
    ]
    expect(await Promise.all([...nothing, again(cookie, { sealed: other.sealed })])).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })

  it('is given nothing once the codes were spent or renewed, two minutes went by, or the session is over', async () => {
    const spent = await sentOnce()
    await test.owner.query(
      'UPDATE recovery_code SET used_at = now() WHERE id = (SELECT id FROM recovery_code WHERE person_id = $1 LIMIT 1)',
      [spent.session.actor.personId],
    )
    const renewed = await sentOnce()
    const whole = await on.session(renewed.token)
    if (whole === null) throw new Error('no session')
    await renewRecoveryCodes(ctx, whole.actor)
    const late = await sentOnce()
    const sql = (set: string) => `UPDATE session SET ${set} WHERE id = $1`
    await test.owner.query(sql(`second_factor_at = now() - interval '121 seconds'`), [late.session.sessionId])
    const over = await sentOnce()
    await test.owner.query(sql('ended_at = now()'), [over.session.sessionId])
    for (const one of [spent, renewed, late, over]) expect(await one.again(one.cookie)).toBeNull()
  })

  it('raises the session once more to the same cookie where it showed a code, and no other form does', async () => {
    const { email, secret } = await enrolled()
    const entered = await signIn(ctx, visit(), { email, password: PASSWORD })
    const cookie = entered.ok ? entered.value.token : ''
    const session = await on.session(cookie)
    if (session === null) throw new Error('no session')
    const check = { code: codeOf(secret), recovery: false }
    const done = await checkSecondFactor(ctx, session, { ...check, cookie })
    const before = await on.marks()
    const proof = checkProof(check)
    expect((await raisedBefore(ctx, origin, { cookie, proof }))?.token).toBe(done.ok ? done.value.token : '')
    expect(await raisedBefore(ctx, origin, { cookie, proof: checkProof({ ...check, code: '1' }) })).toBeNull()
    expect(await raisedBefore(ctx, origin, { cookie: 'x'.repeat(43), proof })).toBeNull()
    expect(await on.marks()).toEqual(before)
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
