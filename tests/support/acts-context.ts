import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import type { Context } from '#app/services/context.ts'
import type { Log } from '#app/services/ports.ts'
import { testSigner } from './signer.ts'
import type { TestDb } from './db.ts'

const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silent,
}

/** The context of an act that touches the database alone: any other port it reaches for is absent, and fails the test. */
export const actsContext = (test: TestDb): Context =>
  ({
    db: test.db,
    ids,
    crypto: createCrypto('a secret of at least thirty-two characters, for tests'),
    signer: testSigner(),
    log: silent,
    origin: 'http://127.0.0.1:3000',
    demonstration: false,
  }) as unknown as Context
