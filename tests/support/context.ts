import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { createInlineQueue } from '#app/adapters/jobs/inline.ts'
import { createRateLimit } from '#app/adapters/limit/rate.server.ts'
import { openPool } from '#app/adapters/db/pool.server.ts'
import { createLog } from '#app/adapters/log/pino.server.ts'
import { createMemoryMailer, type MemoryMailer } from '#app/adapters/mail/memory.ts'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { noScanner } from '#app/adapters/scan/off.ts'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import { noticeUrl } from '#app/http/notice-url.ts'
import type { Context } from '#app/services/context.ts'
import { atTheEnd } from './at-the-end.ts'
import { testSigner } from './signer.ts'
import type { TestDb } from './db.ts'

export type TestContext = Context & { readonly mailer: MemoryMailer }

/** A whole Context over a test database: memory mail, temporary files, jobs run at once. */
export async function testContext(test: TestDb, changes: Partial<Context> = {}): Promise<TestContext> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-test-'))
  const pool = openPool(test.url, 'applicant')
  const painter = createPainter()
  atTheEnd(async () => {
    await pool.end()
    await painter.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    db: test.db,
    ids,
    crypto: createCrypto('a secret of at least thirty-two characters, for tests'),
    signer: testSigner(),
    files: await createDiskStore(folder),
    scanner: noScanner,
    mailer: createMemoryMailer(),
    press: createTypstPress(),
    painter,
    workbook,
    queue: createInlineQueue(),
    solver: createThreadedSolver(),
    limits: createRateLimit(pool),
    log: createLog({ level: 'silent' }),
    noticeUrl: noticeUrl('http://127.0.0.1:3000'),
    origin: 'http://127.0.0.1:3000',
    demonstration: false,
    ...changes,
  } as TestContext
}
