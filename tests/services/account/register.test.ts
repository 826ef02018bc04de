import { describe, expect, it } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { register } from '#app/services/account/register.ts'
import { verifyEmail } from '#app/services/account/verify-email.ts'
import { createGiven } from '#tests/support/given.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage, tightOn, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const input = (email: string, password = PASSWORD) => ({
  email,
  name: 'Nadia Alaoui',
  password,
  locale: 'fr' as const,
})

describe('register', () => {
  it('makes an unconfirmed account, one entry and one letter with a link', async () => {
    const done = await register(ctx, visit(), input('nadia@example.ma'))
    expect(done.ok).toBe(true)
    const row = await on.one<{ email_verified_at: Date | null; password_hash: string }>(
      'SELECT * FROM person WHERE email = $1',
      'nadia@example.ma',
    )
    expect(row.email_verified_at).toBeNull()
    expect(row.password_hash).toMatch(/^\$argon2id\$/)
    expect(await on.letter('verify-email')).toMatchObject({
      email: 'nadia@example.ma',
      facts: { token: expect.stringMatching(/^[\w-]{43}$/) },
    })
    expect((await given.trace()).entries).toEqual(['accountRegistered'])
  })

  it('keeps only the digest of the link', async () => {
    const token = await on.tokenOf('verify-email')
    const row = await on.one<{ n: number }>(
      'SELECT count(*)::int AS n FROM one_time_token WHERE token_hash = $1',
      token,
    )
    expect(row.n).toBe(0)
  })

  it('answers a taken address as a free one and tells its holder', async () => {
    const taken = await on.account()
    const before = await on.marks()
    const again = await register(ctx, visit(), input(taken.email, OTHER_PASSWORD))
    expect(again).toEqual(expect.objectContaining({ ok: true }))
    const row = await on.one<{ name: string }>('SELECT name FROM person WHERE email = $1', taken.email)
    expect(row.name).toBe('Compte')
    expect(await on.marks()).toEqual({ ...before, letters: (before.letters ?? 0) + 1 })
    expect(await on.letter('security-alert')).toMatchObject({
      email: taken.email,
      facts: { event: 'registration-attempted' },
    })
  })

  it('makes one account of two registrations at once', async () => {
    const both = await Promise.all([
      register(ctx, visit(), input('deux@example.ma')),
      register(ctx, visit(), input('deux@example.ma')),
    ])
    expect(both.map((one) => one.ok)).toEqual([true, true])
    expect(
      (
        await on.one<{ n: number }>(
          'SELECT count(*)::int AS n FROM person WHERE email = $1',
          'deux@example.ma',
        )
      ).n,
    ).toBe(1)
  })

  it.each(
    [
      'quatorze signes',
      'aaaaaaaaaaaaaaaa',
      'motdepasse123456',
      'Imtiyaz-2026-Imtiyaz',
      'azertyuiopqsdfgh',
      'password password',
      'nadia.alaoui.2026',
    ].map((word) => [word]),
  )('refuses the password %s and leaves nothing', async (word) => {
    const before = await on.marks()
    const done = await register(
      ctx,
      visit(),
      input('faible@example.ma', word.slice(0, word === 'quatorze signes' ? 14 : undefined)),
    )
    expect(done).toMatchObject({
      ok: false,
      fields: { password: expect.stringMatching(/^errors\.password\./) },
    })
    expect(await on.marks()).toEqual(before)
  })

  it.each([
    ['free', 'inonde@example.ma'],
    ['taken', null],
  ])('sends a mailbox a few letters an hour, %s or not, and answers on as before', async (_what, free) => {
    const email = free ?? (await on.account()).email
    const few = tightOn(ctx, 'confirm-account', 3)
    for (let k = 0; k < 5; k += 1)
      expect(await register(few, visit({ address: `192.0.2.${k}` }), input(email))).toMatchObject({
        ok: true,
      })
    const { n } = await on.one<{ n: number }>('SELECT count(*)::int AS n FROM outbox WHERE email = $1', email)
    expect(n).toBe(3)
  })

  it('refuses past the limit of the address', async () => {
    const tight = { ...ctx, limits: createMemoryRateLimit(0) }
    expect(await register(tight, visit(), input('trop@example.ma'))).toMatchObject({
      ok: false,
      reason: 'throttled',
    })
  })
})

describe('verifyEmail', () => {
  const registered = async (email: string): Promise<string> => {
    await register(ctx, visit(), input(email))
    return on.tokenOf('verify-email')
  }

  it('confirms the address and opens a session, once', async () => {
    const token = await registered('confirme@example.ma')
    const both = await Promise.all([
      verifyEmail(ctx, visit(), { token, password: PASSWORD }),
      verifyEmail(ctx, visit(), { token, password: PASSWORD }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const won = both.find((one) => one.ok)
    expect(won?.ok && (await on.session(won.value.token))?.emailVerified).toBe(true)
    expect((await given.trace()).entries.filter((act) => act === 'addressConfirmed')).toHaveLength(1)
  })

  it('asks for the password of the one who registered: a click alone confirms nothing', async () => {
    const token = await registered('detourne@example.ma')
    const before = await on.marks()
    const done = await verifyEmail(ctx, visit(), { token, password: OTHER_PASSWORD })
    expect(done).toMatchObject({ ok: false, reason: 'password-wrong' })
    expect(await on.marks()).toEqual(before)
  })

  it('refuses a link after its day, to the millisecond', async () => {
    const token = await registered('tard@example.ma')
    const { expires_at } = await on.one<{ expires_at: Date }>(
      'SELECT expires_at FROM one_time_token WHERE token_hash = $1',
      ctx.crypto.tokenDigest(token),
    )
    await test.setNow(expires_at.getTime() as never)
    expect(await verifyEmail(ctx, visit(), { token, password: PASSWORD })).toMatchObject({
      ok: false,
      reason: 'link-dead',
    })
    await test.setNow((expires_at.getTime() - 1) as never)
    expect(await verifyEmail(ctx, visit(), { token, password: PASSWORD })).toMatchObject({ ok: true })
    await test.setNow(null)
  })

  it('lets a newer registration replace an unconfirmed one, whose link is dead', async () => {
    const first = await registered('pirate@example.ma')
    await register(ctx, visit(), input('pirate@example.ma', OTHER_PASSWORD))
    expect(await verifyEmail(ctx, visit(), { token: first, password: PASSWORD })).toMatchObject({
      ok: false,
      reason: 'link-dead',
    })
    const second = await on.tokenOf('verify-email')
    expect(await verifyEmail(ctx, visit(), { token: second, password: OTHER_PASSWORD })).toMatchObject({
      ok: true,
    })
  })
})
