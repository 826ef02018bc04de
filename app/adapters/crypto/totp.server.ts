import { Secret, TOTP } from 'otpauth'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { TotpVerdict } from '#app/services/ports.ts'

const PERIOD_SECONDS = 30
const DIGITS = 6
/** One step before and after: tolerance for a phone's clock (reliability.md T59). */
const WINDOW = 1

const clockwork = (secret: Secret, account = '', issuer = '') =>
  new TOTP({ secret, label: account, issuer, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS })

/** SHA-1 and six digits because every authenticator application understands them (RFC 6238). */
export function newTotp(account: string, issuer: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 })
  return { secret: secret.base32, uri: clockwork(secret, account, issuer).toString() }
}

/** Accepts a code of the current step or a neighbour, never of a step already used (RFC 6238 section 5.2). */
export function verifyTotp(
  secret: string,
  code: string,
  lastUsedStep: number | null,
  at: Instant,
): TotpVerdict {
  const digits = code.slice(0, 16).replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return refuse('code-wrong')
  const delta = clockwork(Secret.fromBase32(secret)).validate({
    token: digits,
    timestamp: at,
    window: WINDOW,
  })
  if (delta === null) return refuse('code-wrong')
  const step = Math.floor(at / 1000 / PERIOD_SECONDS) + delta
  return lastUsedStep !== null && step <= lastUsedStep ? refuse('code-used') : ok({ step })
}
