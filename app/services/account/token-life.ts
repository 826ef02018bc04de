import type { TokenKind } from '#app/adapters/db/tokens.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long a mailed link lives. A reset is a credential (ASVS 6.5.5: ten minutes); an address is confirmed the same
 * day; an invitation crosses an office's mail service, and needs the address's own account anyway.
 */
export const LINK_LIFE: Readonly<Record<TokenKind, number>> = {
  'verify-email': DAY,
  'reset-password': 10 * MINUTE,
  'invitation-office': 7 * DAY,
  'invitation-seat': 14 * DAY,
}

export const linkExpiry = (kind: TokenKind, now: Instant): Instant => instant(now + LINK_LIFE[kind])
