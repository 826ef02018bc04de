import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { createInlineQueue } from '#app/adapters/jobs/inline.ts'
import { createRateLimit } from '#app/adapters/limit/rate.server.ts'
import { silentLog } from '#app/adapters/log/silent.ts'
import { createMemoryMailer, type MemoryMailer } from '#app/adapters/mail/memory.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { scanOff } from '#app/adapters/scan/off.ts'
import { workbook } from '#app/adapters/spreadsheet/csv.ts'
import type { Context } from '#app/services/context.ts'
import type { TestDb } from './db.ts'

export type TestContext = Context & { readonly mailer: MemoryMailer }

/** A whole Context over a test database: memory mail, temporary files, jobs run at once. */
export async function testContext(test: TestDb, changes: Partial<Context> = {}): Promise<TestContext> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-test-'))
  const limits = createRateLimit({ url: test.url, role: 'imtiyaz_applicant' })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return {
    db: test.db,
    ids,
    crypto: createCrypto('a secret of at least thirty-two characters, for tests'),
    files: await createDiskStore(folder),
    scanner: scanOff,
    mailer: createMemoryMailer(),
    press: createTypstPress(),
    workbook,
    queue: createInlineQueue(),
    limits,
    log: silentLog,
    origin: 'http://127.0.0.1:3000',
    demonstration: false,
    ...changes,
  } as TestContext
}
