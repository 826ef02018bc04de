import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { register } from '#app/services/account/register.ts'
import { endAllSessions } from '#app/services/account/end-all-sessions.ts'
import { endOneSession } from '#app/services/account/end-session.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import { signInAs } from '#app/services/account/sign-in-as.ts'
import { signOut } from '#app/services/account/sign-out.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage, tightOn, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

describe('signIn', () => {
  it('opens a session whose cookie is kept as a digest only', async () => {
    const { id, email } = await on.account()
    const done = await signIn(ctx, visit(), { email, password: PASSWORD })
    expect(done.ok && (await on.session(done.value.token))?.actor.personId).toBe(id)
    const stored = await on.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM session WHERE token_hash = $1',
      done.ok ? done.value.token : '',
    )
    expect(stored.n).toBe(0)
    expect(await on.one('SELECT act, actor_id FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual({
      act: 'signedIn',
      actor_id: id,
    })
  })

  it('gives a new name at every sign-in and ends the session the browser came with', async () => {
    const { email } = await on.account()
    const first = await signIn(ctx, visit(), { email, password: PASSWORD })
    const old = first.ok ? first.value.token : ''
    const second = await signIn(ctx, visit({ sessionToken: old }), { email, password: PASSWORD })
    expect(second.ok && second.value.token).not.toBe(old)
    expect(await on.session(old)).toBeNull()
  })

  it('says the same of a wrong password, an absent, a closed, a passwordless and an unconfirmed account', async () => {
    const wrong = await on.account()
    const closed = await on.account()
    const bare = await on.account()
    await test.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [closed.id])
    await test.owner.query('UPDATE person SET password_hash = NULL WHERE id = $1', [bare.id])
    const before = await on.marks()
    const answers = [
      await signIn(ctx, visit(), { email: wrong.email, password: 'un mauvais mot de passe' }),
      await signIn(ctx, visit(), { email: 'absent@example.ma', password: PASSWORD }),
      await signIn(ctx, visit(), { email: closed.email, password: PASSWORD }),
      await signIn(ctx, visit(), { email: bare.email, password: PASSWORD }),
    ]
    expect(await on.marks()).toEqual(before)
    const unconfirmed = await on.account({ verified: false })
    answers.push(await signIn(ctx, visit(), { email: unconfirmed.email, password: PASSWORD }))
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, reason: 'credentials-wrong', facts: {}, fields: {} })
  })

  it('does not tell whoever registers an address and then signs in whether it was taken', async () => {
    const taken = await on.account()
    const answers = []
    for (const email of [taken.email, 'libre@example.ma']) {
      const guest = { email, name: 'Curieux', password: OTHER_PASSWORD, locale: 'fr' as const }
      expect(await register(ctx, visit(), guest)).toMatchObject({ ok: true })
      answers.push(await signIn(ctx, visit(), { email, password: OTHER_PASSWORD }))
    }
    expect(answers[0]).toMatchObject({ ok: false, reason: 'credentials-wrong' })
    expect(answers[1]).toEqual(answers[0])
  })

  it('sends the link again to who knows the password of an unconfirmed address, until its hour is full', async () => {
    const few = tightOn(ctx, 'confirm-account', 2)
    const { id, email } = await on.account({ verified: false })
    for (const sent of [1, 2, 2]) {
      await signIn(few, visit({ address: `192.0.2.${sent}` }), { email, password: PASSWORD })
      expect(await on.one('SELECT count(*)::int AS n FROM outbox WHERE email = $1', email)).toEqual({
        n: sent,
      })
    }
    expect(await on.letter('verify-email')).toMatchObject({ email })
    expect(await on.lastActs(2)).toEqual(['confirmationSentAgain', 'confirmationSentAgain'])
    expect(await on.liveSessions(id)).toBe(0)
  })

  it('delays strangers and not the owner on a browser that signed in before', async () => {
    const tight = { ...ctx, limits: createMemoryRateLimit(3) }
    const { email } = await on.account()
    const known = await signIn(tight, visit({ address: '192.0.2.1' }), { email, password: PASSWORD })
    const deviceMark = known.ok ? known.value.deviceMark : null
    let evaluated = 0
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const tried = await signIn(tight, visit({ address: `198.51.100.${attempt}` }), {
        email,
        password: 'essai au hasard',
      })
      if (!tried.ok && tried.reason === 'credentials-wrong') evaluated += 1
    }
    expect(evaluated).toBeLessThanOrEqual(3)
    expect(
      await signIn(tight, visit({ address: '203.0.113.5' }), { email, password: PASSWORD }),
    ).toMatchObject({ reason: 'throttled' })
    expect(
      await signIn(tight, visit({ address: '203.0.113.9', deviceMark }), { email, password: PASSWORD }),
    ).toMatchObject({ ok: true })
  })

  it('takes a mark made for another address for no mark', async () => {
    const tight = { ...ctx, limits: createMemoryRateLimit(1) }
    const mine = await on.account()
    const theirs = await on.account()
    const known = await signIn(tight, visit({ address: 'a' }), { email: mine.email, password: PASSWORD })
    const deviceMark = known.ok ? known.value.deviceMark : null
    await signIn(tight, visit({ address: 'b' }), { email: theirs.email, password: 'essai au hasard' })
    expect(
      await signIn(tight, visit({ address: 'c', deviceMark }), {
        email: theirs.email,
        password: 'essai au hasard',
      }),
    ).toMatchObject({ reason: 'throttled' })
  })

  it('hands on that the hashing pool is full', async () => {
    const busy = {
      ...ctx,
      crypto: {
        ...ctx.crypto,
        verifyPassword: () => Promise.resolve({ ok: false, reason: 'busy', facts: {}, fields: {} } as const),
      },
    }
    expect(await signIn(busy, visit(), { email: 'a@example.ma', password: PASSWORD })).toMatchObject({
      reason: 'busy',
    })
  })
})

describe('ending sessions', () => {
  it('signs out once, twice without complaint', async () => {
    const { id, email } = await on.account()
    const session = await on.enter(email)
    expect((await signOut(ctx, session)).ok).toBe(true)
    expect((await signOut(ctx, session)).ok).toBe(true)
    expect(await on.liveSessions(id)).toBe(0)
    expect(await on.lastActs(2)).toEqual(['signedIn', 'signedOut'])
  })

  it("ends one's own session and takes someone else's for absent", async () => {
    const mine = await on.account()
    const theirs = await on.account()
    const session = await on.enter(mine.email)
    const other = await on.enter(theirs.email)
    const before = await on.marks()
    expect(await endOneSession(ctx, session.actor, { sessionId: other.sessionId })).toMatchObject({
      reason: 'not-found',
    })
    expect(await on.marks()).toEqual(before)
    expect(await endOneSession(ctx, session.actor, { sessionId: session.sessionId })).toMatchObject({
      ok: true,
    })
    expect(await on.liveSessions(mine.id)).toBe(0)
    expect(await on.lastActs()).toEqual(['sessionEnded'])
  })

  it('leaves none alive after "end all", also against sign-ins at the same time', async () => {
    const { id, email } = await on.account()
    const session = await on.enter(email)
    await on.enter(email)
    await on.enter(email)
    const done = await endAllSessions(ctx, session.actor)
    expect(done).toMatchObject({ ok: true, value: { ended: 3 } })
    expect(await on.liveSessions(id)).toBe(0)
    expect(await on.letter('security-alert')).toMatchObject({ email, facts: { event: 'sessions-ended' } })
    expect(await on.lastActs(2)).toEqual(['signedIn', 'allSessionsEnded'])
  })

  it('refuses a session after twelve hours and of a closed account', async () => {
    const { id, email } = await on.account()
    const entered = await signIn(ctx, visit(), { email, password: PASSWORD })
    const token = entered.ok ? entered.value.token : ''
    await test.owner.query(
      `UPDATE session SET expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [id],
    )
    expect(await on.session(token)).toBeNull()
    const again = await signIn(ctx, visit(), { email, password: PASSWORD })
    await test.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [id])
    expect(await on.session(again.ok ? again.value.token : '')).toBeNull()
  })
})

describe('signInAs', () => {
  it('does not exist outside a demonstration, nor for a real person inside one', async () => {
    const invented = await on.account({ demonstration: true })
    const real = await on.account()
    const before = await on.marks()
    expect(await signInAs(ctx, visit(), { personId: invented.id })).toMatchObject({ reason: 'not-found' })
    expect(await signInAs({ ...ctx, demonstration: true }, visit(), { personId: real.id })).toMatchObject({
      reason: 'not-found',
    })
    expect(await on.marks()).toEqual(before)
  })

  it('opens a session with the second factor marked', async () => {
    const invented = await on.account({ demonstration: true })
    const done = await signInAs({ ...ctx, demonstration: true }, visit(), { personId: invented.id })
    expect(done.ok && (await on.session(done.value.token))?.actor.secondFactor).toBe(true)
    expect(await on.lastActs()).toEqual(['signedInAsDemonstration'])
  })
})
