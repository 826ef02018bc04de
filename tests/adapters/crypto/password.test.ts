import { verify } from '@node-rs/argon2'
import { describe, expect, it, vi } from 'vitest'
import { createPasswords } from '#app/adapters/crypto/password.server.ts'
import { createTurnstile } from '#app/adapters/crypto/turnstile.ts'

// The hashing is real, only counted.
vi.mock('@node-rs/argon2', { spy: true })

describe('passwords', () => {
  const passwords = createPasswords()

  it('hashes with Argon2id at 19 MiB, two passes and one lane, and verifies', async () => {
    const stored = await passwords.hashPassword('une phrase bien assez longue')
    if (!stored.ok) throw new Error('busy')
    expect(stored.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwords.verifyPassword('une phrase bien assez longue', stored.value)).toEqual({
      ok: true,
      value: true,
    })
    expect(await passwords.verifyPassword('une phrase bien assez longuE', stored.value)).toEqual({
      ok: true,
      value: false,
    })
  })

  it('accepts the same accented words composed and decomposed', async () => {
    const stored = await passwords.hashPassword('été à Agadir, كلمة السر')
    if (!stored.ok) throw new Error('busy')
    expect(await passwords.verifyPassword('été à Agadir, كلمة السر'.normalize('NFD'), stored.value)).toEqual({
      ok: true,
      value: true,
    })
  })

  it('answers false for an absent account, even for the password of the dummy, and for a damaged hash', async () => {
    expect(await passwords.verifyPassword('no account has this password', null)).toEqual({
      ok: true,
      value: false,
    })
    expect(await passwords.verifyPassword('anything', 'not a hash')).toEqual({ ok: true, value: false })
  })

  it('does the same work for an absent account as for a present one', async () => {
    const stored = await passwords.hashPassword('une phrase bien assez longue')
    if (!stored.ok) throw new Error('busy')
    const work = async (against: string | null): Promise<unknown[]> => {
      vi.mocked(verify).mockClear()
      await passwords.verifyPassword('un essai', against)
      return vi
        .mocked(verify)
        .mock.calls.map(([hash, plain]) => [/^\$[^$]+\$[^$]+\$[^$]+/.exec(String(hash))?.[0], plain])
    }
    const once = [['$argon2id$v=19$m=19456,t=2,p=1', 'un essai']]
    expect(await work(stored.value)).toEqual(once)
    expect(await work(null)).toEqual(once)
  })
})

describe('the turnstile', () => {
  it('runs two at once, lets fifty wait, refuses the next, and recovers', async () => {
    const pass = createTurnstile(2, 50)
    const releases: (() => void)[] = []
    let running = 0
    let most = 0
    const task = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise<void>((resolve) => releases.push(resolve))
      running -= 1
      return 'done'
    }
    const all = Array.from({ length: 60 }, () => pass(task))
    await new Promise((resolve) => setImmediate(resolve))
    while (releases.length > 0) {
      releases.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const outcomes = await Promise.all(all)
    expect(most).toBe(2)
    expect(outcomes.filter((one) => one.ok)).toHaveLength(52)
    expect(outcomes.slice(52).every((one) => !one.ok && one.reason === 'busy')).toBe(true)
    expect(await pass(() => Promise.resolve('again'))).toEqual({ ok: true, value: 'again' })
  })

  it('frees its place when a task fails', async () => {
    const pass = createTurnstile(1, 0)
    await expect(pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect((await pass(() => Promise.resolve(1))).ok).toBe(true)
  })
})
