import { randomBytes } from 'node:crypto'
import type { Crypto } from '#app/services/ports.ts'
import { createCipher } from './cipher.server.ts'
import { hmacFor, sha256 } from './digest.server.ts'
import { createPasswords, type PasswordPool } from './password.server.ts'
import { newRecoveryCodes, newToken, recoveryCodeDigest, tokenDigest } from './token.server.ts'
import { newTotp, verifyTotp } from './totp.server.ts'

/** Everything secret behind one port. `secret` is the application's own, at least 32 characters. */
export function createCrypto(secret: string, pool?: PasswordPool): Crypto {
  return {
    ...createPasswords(pool),
    ...createCipher(secret),
    newToken,
    tokenDigest,
    newTotp,
    verifyTotp,
    newRecoveryCodes,
    recoveryCodeDigest,
    sha256,
    hmac: hmacFor(secret),
    randomBytes: (count) => randomBytes(count),
  }
}
