import { generateKeyPairSync } from 'node:crypto'
import { signerFrom } from '#app/adapters/crypto/signer.server.ts'
import type { Signer } from '#app/services/ports.ts'

/** A signer with a key of its own, in memory. */
export const testSigner = (name = 'test.example/log'): Signer =>
  signerFrom(
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    name,
  )
