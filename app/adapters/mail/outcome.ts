import type { Delivery } from '#app/services/ports.ts'

const field = (error: unknown, name: 'code' | 'response' | 'responseCode' | 'message'): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined
const printable = (text: unknown): string =>
  String(text ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200)

/** Wrong credentials or a wrong certificate concern every letter, not this one: they wait for the operator. */
const OURS = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'EOAUTH2', 'ECONFIG'])

/**
 * What a failure means (RFC 5321 section 4.2.1): 5yz about this letter is final, 4yz and everything about the line
 * (refused, reset, timed out, cut after DATA) is tried again with the same Message-ID.
 */
export function outcomeOf(error: unknown): Delivery {
  const code = printable(field(error, 'code'))
  const status = field(error, 'responseCode')
  const reason = printable(
    `${code} ${String(field(error, 'response') ?? field(error, 'message') ?? '')}`,
  ).trim()
  const final = typeof status === 'number' && status >= 500 && !OURS.has(code)
  return { outcome: final ? 'failed' : 'retry', reason }
}
