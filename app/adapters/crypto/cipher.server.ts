import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { CipherPurpose } from '#app/services/ports.ts'
import { keyFor } from './digest.server.ts'

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. Purpose and context are authenticated with the text,
 * so that a sealed value copied to another row or column does not open.
 */
export function createCipher(secret: string) {
  const keys = new Map<CipherPurpose, Buffer>()
  const keyOf = (purpose: CipherPurpose): Buffer => {
    const known = keys.get(purpose) ?? keyFor(secret, `cipher.${purpose}`)
    keys.set(purpose, known)
    return known
  }
  const boundTo = (purpose: CipherPurpose, context: string) =>
    Buffer.from(JSON.stringify([VERSION, purpose, context]), 'utf8')

  function seal(purpose: CipherPurpose, context: string, plain: string): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), nonce)
    cipher.setAAD(boundTo(purpose, context))
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
  }

  function unseal(purpose: CipherPurpose, context: string, sealed: string): Result<string, 'seal-broken'> {
    const [version, text] = sealed.split('.')
    const bytes = Buffer.from(text ?? '', 'base64url')
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return refuse('seal-broken')
    const opener = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, NONCE_BYTES))
    opener.setAAD(boundTo(purpose, context))
    opener.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    try {
      const body = opener.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
      return ok(Buffer.concat([body, opener.final()]).toString('utf8'))
    } catch {
      return refuse('seal-broken')
    }
  }

  return { seal, unseal }
}
