import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { BundleFault } from './shape.ts'

/** A public key as one line: name+hash+base64(type ‖ key), the form of C2SP signed-note. */
export type LogKey = {
  readonly name: string
  readonly hash: Buffer
  readonly key: KeyObject
  readonly line: string
}
/** A signed tree head: origin, size, root, and the signature lines below the empty line. */
export type Checkpoint = {
  readonly text: string
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly signatures: readonly { readonly name: string; readonly content: Buffer }[]
}

const ED25519 = 1
const RAW_KEY = 32

export function readKey(line: string): LogKey {
  const [, name, hex, content] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line.trim()) ?? []
  const typed = Buffer.from(content ?? '', 'base64')
  if (name === undefined || hex === undefined || typed[0] !== ED25519 || typed.length !== RAW_KEY + 1)
    throw new BundleFault('the public key is not a line name+hash+key of an Ed25519 key')
  const hash = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  if (hash.toString('hex') !== hex) throw new BundleFault('the public key does not match its own hash')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') }
  return { name, hash, key: createPublicKey({ key: jwk, format: 'jwk' }), line: line.trim() }
}

/** Takes the note apart (C2SP tlog-checkpoint). Lines after the root are extensions and stay part of the text. */
export function readNote(note: string, place: string): Checkpoint {
  const end = note.lastIndexOf('\n\n')
  if (end < 1) throw new BundleFault(`${place} is not a signed checkpoint`)
  const text = note.slice(0, end + 1)
  const [origin, count, root] = text.split('\n')
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1)
  const signatures = lines.map((line) => {
    const [, name, content] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
    if (name === undefined || content === undefined)
      throw new BundleFault(`${place}: not a signature line: ${line}`)
    return { name, content: Buffer.from(content, 'base64') }
  })
  const bytes = Buffer.from(root ?? '', 'base64')
  const isWhole = origin && /^(0|[1-9]\d{0,14})$/.test(count ?? '') && bytes.length === 32
  if (!isWhole || bytes.toString('base64') !== root || signatures.length === 0)
    throw new BundleFault(`${place} is not a signed checkpoint`)
  return { text, origin, size: Number(count), root: bytes, signatures }
}

/** Whether one of the signatures of the note was made by this key over exactly this text. */
export const isSignedBy = ({ text, signatures }: Checkpoint, { name, hash, key }: LogKey): boolean =>
  signatures.some(
    (one) =>
      one.name === name &&
      one.content.length === 68 &&
      one.content.subarray(0, 4).equals(hash) &&
      verify(null, Buffer.from(text), key, one.content.subarray(4)),
  )
