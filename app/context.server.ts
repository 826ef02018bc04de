import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import { openSigner } from '#app/adapters/crypto/signer.server.ts'
import { openDb, type DbOptions } from '#app/adapters/db/client.server.ts'
import { openPool, withRole } from '#app/adapters/db/pool.server.ts'
import { readSetting } from '#app/adapters/db/settings.ts'
import { createDiskStore } from '#app/adapters/files/disk.server.ts'
import { createPgQueue } from '#app/adapters/jobs/pg-queue.server.ts'
import { createRateLimit } from '#app/adapters/limit/rate.server.ts'
import { createLog } from '#app/adapters/log/pino.server.ts'
import { createDemonstrationMailer } from '#app/adapters/db/demo-mail.ts'
import { createSmtpMailer } from '#app/adapters/mail/smtp.server.ts'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { createClamd } from '#app/adapters/scan/clamd.server.ts'
import { noScanner } from '#app/adapters/scan/off.ts'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import { noticeUrl } from '#app/http/notice-url.ts'
import type { Env } from '#app/env.server.ts'
import type { Context } from '#app/services/context.ts'

/** The composition root: the environment becomes adapters, once per process. */
export async function buildContext(
  env: Env,
  options: DbOptions & { readonly worker?: boolean } = {},
): Promise<Context> {
  const db = openDb(env.DATABASE_URL, options)
  const log = createLog({ level: env.LOG_LEVEL })
  const demonstration = (await readSetting(db.public, 'demonstration')) !== null
  const mailer = env.SMTP_URL
    ? createSmtpMailer({
        url: env.SMTP_URL,
        from: env.MAIL_FROM,
        ...(env.MAIL_REPLY_TO !== undefined && { replyTo: env.MAIL_REPLY_TO }),
      })
    : createDemonstrationMailer(db.office, ids)
  return {
    db,
    ids,
    crypto: createCrypto(env.APP_SECRET),
    signer: await openSigner({ key: env.LOG_KEY, file: env.logKeyFile, name: env.logName }),
    files: await createDiskStore(env.filesDir),
    scanner: env.CLAMD_SOCKET ? createClamd({ path: env.CLAMD_SOCKET }) : noScanner,
    mailer,
    press: createTypstPress(),
    painter: createPainter(),
    workbook,
    queue: createPgQueue({
      connectionString: withRole(env.DATABASE_URL, 'office'),
      log,
      worker: options.worker === true,
    }),
    solver: createThreadedSolver(),
    limits: createRateLimit(openPool(env.DATABASE_URL, 'applicant')),
    log,
    origin: env.origin,
    ...(env.MAIL_REPLY_TO !== undefined && { secretariat: env.MAIL_REPLY_TO }),
    noticeUrl: noticeUrl(env.origin),
    demonstration,
  }
}
