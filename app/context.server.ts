import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import { openDb, type DbOptions } from '#app/adapters/db/client.server.ts'
import { readSetting } from '#app/adapters/db/settings.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { createPgQueue } from '#app/adapters/jobs/pg-queue.server.ts'
import { createRateLimit } from '#app/adapters/limit/rate.server.ts'
import { createLog } from '#app/adapters/log/pino.server.ts'
import { createDemonstrationMailer } from '#app/adapters/db/demo-mail.ts'
import { createSmtpMailer } from '#app/adapters/mail/smtp.server.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { createClamd } from '#app/adapters/scan/clamd.server.ts'
import { scanOff } from '#app/adapters/scan/off.ts'
import { workbook } from '#app/adapters/spreadsheet/csv.ts'
import type { Env } from '#app/env.server.ts'
import type { Context } from '#app/services/context.ts'

/** The composition root: the environment becomes adapters, once per process. */
export async function buildContext(env: Env, options: DbOptions = {}): Promise<Context> {
  const db = openDb(env.DATABASE_URL, options)
  const log = createLog({ level: env.LOG_LEVEL })
  const demonstration = (await readSetting(db.public, 'demonstration')) !== null
  const mailer = env.SMTP_URL ? createSmtpMailer({ url: env.SMTP_URL, from: env.MAIL_FROM }) : createDemonstrationMailer(db.office, ids)
  return {
    db,
    ids,
    crypto: createCrypto(env.APP_SECRET),
    files: await createDiskStore(env.filesDir),
    scanner: env.CLAMD_SOCKET ? createClamd(env.CLAMD_SOCKET) : scanOff,
    mailer,
    press: createTypstPress(),
    workbook,
    queue: createPgQueue({ url: env.DATABASE_URL, role: 'imtiyaz_office', log }),
    limits: createRateLimit({ url: env.DATABASE_URL, role: 'imtiyaz_applicant' }),
    log,
    origin: env.origin,
    demonstration,
  }
}
