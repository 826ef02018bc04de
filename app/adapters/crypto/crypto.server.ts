import { randomBytes } from 'node:crypto'
import type { Crypto } from '#app/services/ports.ts'
import { createCipher } from './cipher.server.ts'
import { hmacFor, sha256 } from './digest.server.ts'
import { createPasswords, type PasswordPool } from './password.server.ts'
import { newRecoveryCodes, newToken, recoveryCodeDigest, tokenDigest } from './token.server.ts'
import { newTotp, verifyTotp } from './totp.server.ts'

/** Everything secret behind one port. `secret` is the application's own, at least 32 characters. */
export function createCrypto(secret: string, pool?: PasswordPool): Crypto {
  const hmac = hmacFor(secret)
  const bytesOf = (purpose: string, content: string): Uint8Array => Buffer.from(hmac(purpose, content), 'hex')
  return {
    ...createPasswords(pool),
    ...createCipher(secret),
    newToken: () => newToken(),
    sameToken: (of) => newToken(bytesOf('same-token', of)),
    tokenDigest,
    newTotp,
    verifyTotp,
    newRecoveryCodes: () => newRecoveryCodes(),
    sameRecoveryCodes: (of) => newRecoveryCodes((place) => bytesOf('same-recovery-codes', `${place}:${of}`)),
    recoveryCodeDigest,
    sha256,
    hmac,
    randomBytes: (count) => randomBytes(count),
  }
}
