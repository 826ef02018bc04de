import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { join, utf8 } from './bytes.ts'
import type { Hash } from './bytes.ts'
import { checkpointText } from './log.ts'

/** The head of the log at one moment: its size and the root of all its entries. */
export type TreeHead = { readonly size: number; readonly root: Uint8Array }

const ED25519 = 0x01

/** The first four bytes of SHA-256(name ‖ \n ‖ type ‖ key): which key signed (C2SP signed-note). */
export const keyHash = (hash: Hash, name: string, publicKey: Uint8Array): Uint8Array =>
  hash(join(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4)

/** A name without space nor plus sign: those separate the parts of a note and of a key (C2SP signed-note). */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name)

/** Base64 as the caller's library writes it; the domain has none. */
export type Base64 = (bytes: Uint8Array) => string

/** The public key as one line: name, key hash, type and key (the "vkey" of C2SP signed-note). */
export const verifierKey = (
  key: { readonly name: string; readonly publicKey: Uint8Array },
  hash: Hash,
  base64: Base64,
): string => {
  const id = Array.from(keyHash(hash, key.name, key.publicKey), (byte) => byte.toString(16).padStart(2, '0'))
  return `${key.name}+${id.join('')}+${base64(join(Uint8Array.of(ED25519), key.publicKey))}`
}

export type Signing = {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** The checkpoint as a signed note: the text, an empty line, the signature line. Refused: a name that cannot stand in it. */
export function signedCheckpoint(
  head: TreeHead,
  key: Signing,
  hash: Hash,
  base64: Base64,
): Result<string, 'key-name'> {
  if (!isKeyName(key.name)) return refuse('key-name', { name: key.name })
  const text = checkpointText(key.name, head.size, base64(head.root))
  const signature = join(keyHash(hash, key.name, key.publicKey), key.sign(utf8(text)))
  return ok(`${text}\n\u2014 ${key.name} ${base64(signature)}\n`)
}
