import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashBy } from '#app/domain/audit/bytes.ts'
import { verifierKey } from '#app/domain/audit/checkpoint.ts'
import type { Signer } from '#app/services/ports.ts'
import { sha256 } from './digest.server.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function signerOf(key: KeyObject, name: string): Signer {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key of the log is not an Ed25519 key')
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  const publicKey = Buffer.from(x ?? '', 'base64url')
  return {
    name,
    publicKey,
    verifierKey: verifierKey({ name, publicKey }, hashBy(sha256), base64),
    sign: (message) => sign(null, message, key),
  }
}

/** The signer of a PKCS 8 key in base64. */
export const signerFrom = (key: string, name: string): Signer =>
  signerOf(createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }), name)

/**
 * The key written in `file`, made there when it is absent. A link is made whole or not at all: processes that start at
 * once agree on one key, and none reads half of it.
 */
async function keyIn(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const own = `${file}.${randomUUID()}`
  try {
    await writeFile(own, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true })
    await link(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(own, { force: true })
  }
  return readFile(file, 'utf8')
}

/**
 * The key that signs the checkpoints: PKCS 8 in base64 from the environment, else kept in `file`. It never enters the
 * database, so that whoever rewrites the log there cannot sign what they made of it.
 */
export async function openSigner(from: {
  readonly key: string | undefined
  readonly file: string
  readonly name: string
}): Promise<Signer> {
  return from.key
    ? signerFrom(from.key, from.name)
    : signerOf(createPrivateKey(await keyIn(from.file)), from.name)
}
