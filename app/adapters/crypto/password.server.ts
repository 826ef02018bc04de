import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { createTurnstile } from './turnstile.ts'

/** OWASP password storage: Argon2id, 19 MiB, two passes, one lane. `2` is the package's Argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Cost against a hostile request: nothing longer is ever hashed. */
const MAXIMUM_CHARACTERS = 1024

export type PasswordPool = { readonly width: number; readonly queue: number }

/** One processor stays free for everybody who is signed in; two passwords at once are enough for all others. */
const DEFAULT_POOL: PasswordPool = { width: Math.max(1, Math.min(2, availableParallelism() - 1)), queue: 50 }

export function createPasswords(pool: PasswordPool = DEFAULT_POOL) {
  const pass = createTurnstile(pool.width, pool.queue)
  // NFC, so that the same word typed on two keyboards is the same password (NIST SP 800-63B-4 section 3.1.1.2).
  const prepared = (plain: string): string => plain.slice(0, MAXIMUM_CHARACTERS).normalize('NFC')
  let absent: Promise<string> | null = null
  /** Verified in the place of an account that does not exist, so that both answers cost the same (T13). */
  const dummyHash = (): Promise<string> => (absent ??= hash('no account has this password', ARGON2ID))

  const hashPassword = (plain: string): Promise<Result<string, 'busy'>> =>
    pass(() => hash(prepared(plain), ARGON2ID))

  async function verifyPassword(plain: string, stored: string | null): Promise<Result<boolean, 'busy'>> {
    const against = stored ?? (await dummyHash())
    const verdict = await pass(() => verify(against, prepared(plain)).catch(() => false))
    return verdict.ok ? ok(verdict.value && stored !== null) : verdict
  }

  return { hashPassword, verifyPassword }
}
