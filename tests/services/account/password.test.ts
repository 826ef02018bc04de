import type * as timers from 'node:timers/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { changePassword } from '#app/services/account/change-password.ts'
import { requestPasswordReset } from '#app/services/account/request-password-reset.ts'
import { resetPassword } from '#app/services/account/reset-password.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import { updateProfile } from '#app/services/account/update-profile.ts'
import { testDb } from '#tests/support/db.ts'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage, visit } from './stage.ts'

// The waiting is real, only counted.
vi.mock('node:timers/promises', async (original) => {
  const real = await original<typeof timers>()
  return { ...real, setTimeout: vi.fn(real.setTimeout) }
})

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)

describe('requestPasswordReset', () => {
  it('sends a link of ten minutes to a known address and nothing to another, with one answer', async () => {
    const { email } = await on.account()
    const known = await requestPasswordReset(ctx, visit(), { email })
    const letter = await on.letter('reset-password')
    expect(letter).toMatchObject({ email })
    expect(await on.lastActs()).toEqual(['resetRequested'])
    const row = await on.one<{ life: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int AS life FROM one_time_token WHERE kind = 'reset-password'`,
    )
    expect(row.life).toBe(600)
    const before = await on.marks()
    const absent = await requestPasswordReset(ctx, visit(), { email: 'absent@example.ma' })
    expect(absent.ok).toBe(known.ok)
    expect(await on.marks()).toEqual(before)
  })

  it('answers a flooded account as before and sends nothing more', async () => {
    const { email } = await on.account()
    const tight = { ...ctx, limits: createMemoryRateLimit(1) }
    await requestPasswordReset(tight, visit({ address: 'a' }), { email })
    const before = await on.marks()
    expect(await requestPasswordReset(tight, visit({ address: 'b' }), { email })).toMatchObject({ ok: true })
    expect(await on.marks()).toEqual(before)
    expect(await requestPasswordReset(tight, visit({ address: 'b' }), { email })).toMatchObject({
      reason: 'throttled',
    })
  })

  it('answers both no sooner than after the same wait', async () => {
    const { email } = await on.account()
    const waits = async (address: string): Promise<unknown[]> => {
      vi.mocked(wait).mockClear()
      await requestPasswordReset(ctx, visit(), { email: address })
      return vi.mocked(wait).mock.calls
    }
    expect(await waits(email)).toEqual([[250]])
    expect(await waits('rien@example.ma')).toEqual([[250]])
  })
})

describe('resetPassword', () => {
  const asked = async (email: string): Promise<string> => {
    await requestPasswordReset(ctx, visit(), { email })
    return on.tokenOf('reset-password')
  }

  it('sets the password once, ends every session and tells the holder', async () => {
    const { id, email } = await on.account()
    await on.enter(email)
    await on.enter(email)
    const token = await asked(email)
    const input = { token, password: OTHER_PASSWORD }
    const both = await Promise.all([resetPassword(ctx, visit(), input), resetPassword(ctx, visit(), input)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await on.lastActs(2)).toEqual(['resetRequested', 'passwordReset'])
    expect(await on.liveSessions(id)).toBe(0)
    expect(await signIn(ctx, visit(), { email, password: PASSWORD })).toMatchObject({
      reason: 'credentials-wrong',
    })
    expect(await signIn(ctx, visit(), { email, password: OTHER_PASSWORD })).toMatchObject({ ok: true })
    expect(await on.letter('security-alert')).toMatchObject({ email, facts: { event: 'password-changed' } })
    expect(await resetPassword(ctx, visit(), input)).toMatchObject({ reason: 'link-dead' })
  })

  it('makes an older link useless and leaves a weak password unset', async () => {
    const { email } = await on.account()
    const first = await asked(email)
    const second = await asked(email)
    const before = await on.marks()
    expect(await resetPassword(ctx, visit(), { token: first, password: OTHER_PASSWORD })).toMatchObject({
      reason: 'link-dead',
    })
    expect(await resetPassword(ctx, visit(), { token: second, password: 'motdepasse123456' })).toMatchObject({
      reason: 'password-known',
    })
    expect(await on.marks()).toEqual(before)
    expect(await resetPassword(ctx, visit(), { token: second, password: OTHER_PASSWORD })).toMatchObject({
      ok: true,
    })
  })

  it('refuses a link after its ten minutes and a link of another kind', async () => {
    const { email } = await on.account()
    const token = await asked(email)
    await test.owner.query(`UPDATE one_time_token SET expires_at = created_at WHERE email = $1`, [email])
    expect(await resetPassword(ctx, visit(), { token, password: OTHER_PASSWORD })).toMatchObject({
      reason: 'link-dead',
    })
    const { token: other, digest } = ctx.crypto.newToken()
    await test.owner.query(
      `INSERT INTO one_time_token (id, token_hash, kind, email, payload, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'verify-email', $2, '{}', now(), now() + interval '1 day')`,
      [digest, email],
    )
    expect(await resetPassword(ctx, visit(), { token: other, password: OTHER_PASSWORD })).toMatchObject({
      reason: 'link-dead',
    })
  })
})

describe('changePassword', () => {
  it('needs the old one, ends the other sessions and keeps this one', async () => {
    const { id, email } = await on.account()
    const session = await on.enter(email)
    await on.enter(email)
    const before = await on.marks()
    expect(
      await changePassword(ctx, session, visit(), {
        current: OTHER_PASSWORD,
        password: 'huit lampes sous la pluie',
      }),
    ).toMatchObject({ reason: 'password-wrong', fields: { current: 'account.error.passwordWrong' } })
    expect(await on.marks()).toEqual(before)
    expect(
      await changePassword(ctx, session, visit(), { current: PASSWORD, password: OTHER_PASSWORD }),
    ).toMatchObject({ ok: true })
    expect(await on.liveSessions(id)).toBe(1)
    expect(await signIn(ctx, visit(), { email, password: OTHER_PASSWORD })).toMatchObject({ ok: true })
  })

  it('lets one of two changes at once win', async () => {
    const { email } = await on.account()
    const session = await on.enter(email)
    const both = await Promise.all(
      ['neuf ponts de bois clair', 'dix chaises dans le jardin'].map((password) =>
        changePassword(ctx, session, visit(), { current: PASSWORD, password }),
      ),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await on.lastActs(2)).toEqual(['signedIn', 'passwordChanged'])
  })
})

describe('updateProfile', () => {
  it('stores name and language, traces which, and writes nothing when nothing changed', async () => {
    const { id, email } = await on.account()
    const { actor } = await on.enter(email)
    expect(await updateProfile(ctx, actor, { name: 'Salma Idrissi', locale: 'ar' })).toMatchObject({
      ok: true,
    })
    expect(await on.one('SELECT name, locale FROM person WHERE id = $1', id)).toEqual({
      name: 'Salma Idrissi',
      locale: 'ar',
    })
    expect(await on.one(`SELECT facts FROM audit_entry WHERE act = 'profileUpdated'`)).toEqual({
      facts: { changed: ['name', 'locale'] },
    })
    const before = await on.marks()
    await updateProfile(ctx, actor, { name: 'Salma Idrissi', locale: 'ar' })
    expect(await on.marks()).toEqual(before)
  })
})
