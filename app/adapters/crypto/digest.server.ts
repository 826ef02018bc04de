import { createHash, createHmac, hkdfSync } from 'node:crypto'

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** One key per purpose out of the application's secret (HKDF-SHA256, RFC 5869): a leaked key opens one drawer only. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'imtiyaz', `imtiyaz.${purpose}.v1`, 32))

export const hmacFor =
  (secret: string) =>
  (purpose: string, content: string | Uint8Array): string =>
    createHmac('sha256', keyFor(secret, `hmac.${purpose}`))
      .update(content)
      .digest('hex')
