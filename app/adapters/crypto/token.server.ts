import { randomBytes } from 'node:crypto'
import { sha256 } from './digest.server.ts'

const TOKEN_BYTES = 32
/** Crockford base 32: no I, L, O, U, so that a code read aloud or copied by hand survives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECOVERY_CODES = 10
const RECOVERY_LETTERS = 16

export const tokenDigest = (token: string): string => sha256(`token:${token}`)

/** A link or cookie value: 256 bits, so that its plain digest is enough in the database. */
export function newToken(bytes: Uint8Array = randomBytes(TOKEN_BYTES)): { token: string; digest: string } {
  const token = Buffer.from(bytes).toString('base64url')
  return { token, digest: tokenDigest(token) }
}

const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')
const grouped = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1-')

/** What a person types becomes what was printed: case, spaces, dashes and look-alike letters do not matter. */
const normalised = (code: string): string =>
  code
    .slice(0, 64)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

export const recoveryCodeDigest = (code: string): string => sha256(`recovery:${normalised(code)}`)

/** Ten codes of 80 bits, shown once; `bytesOf` gives sixteen bytes or more for each of them. */
export function newRecoveryCodes(
  bytesOf: (place: number) => Uint8Array = () => randomBytes(RECOVERY_LETTERS),
): { code: string; digest: string }[] {
  return Array.from({ length: RECOVERY_CODES }, (_, place) => {
    const code = grouped(letters(bytesOf(place).subarray(0, RECOVERY_LETTERS)))
    return { code, digest: recoveryCodeDigest(code) }
  })
}
