import path from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)
const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What Express takes for its `trust proxy`, never a bare number or `true`: then anybody could name their address. */
const PROXY =
  '(?:loopback|linklocal|uniquelocal|[0-9a-fA-F]{0,4}(?:[.:][0-9a-fA-F.]{0,4}){2,8}(?:/\\d{1,3})?)'
const PROXIES = new RegExp(`^${PROXY}(?: *, *${PROXY})*$`)

const schema = z.object({
  PORT: z.preprocess((value) => (value === '' ? undefined : value), port.default(3000)),
  /** How many web processes share the database's connections with this one, itself counted. */
  WEB_PROCESSES: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).default(1),
  ),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ORIGIN: optional(url(['https:', 'http:'])),
  TRUSTED_PROXY: z
    .string()
    .regex(PROXIES, 'addresses or networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal')
    .default('loopback'),
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  DATA_DIR: z.string().default('.data'),
  APP_SECRET: z.string().min(32, 'at least 32 characters'),
  LOG_KEY: optional(z.base64()),
  SMTP_URL: optional(url(['smtp:', 'smtps:'])),
  MAIL_FROM: z.string().default('Imtiyaz <ne-pas-repondre@localhost>'),
  MAIL_REPLY_TO: optional(z.email()),
  CLAMD_SOCKET: optional(z.string()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = Readonly<z.output<typeof schema>> & {
  readonly origin: string
  readonly filesDir: string
  readonly logKeyFile: string
  /** The log's name in its checkpoints: the host without port, which stays when a process moves. */
  readonly logName: string
}

/** A wrong variable stops the start with its name and what is expected; values are never printed. */
export class EnvError extends Error {}

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host)

/** The only reader of the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${expected(issue)}`)
    throw new EnvError(`Wrong environment. ${lines.join(' ')}`)
  }
  const env = parsed.data
  if (!isLoopback(env.HOST) && !env.PUBLIC_ORIGIN?.startsWith('https:')) {
    throw new EnvError(
      'HOST: a public address needs PUBLIC_ORIGIN with https:// (session cookies are refused by browsers on plain http).',
    )
  }
  const origin = (
    env.PUBLIC_ORIGIN ?? `http://${isLoopback(env.HOST) ? '127.0.0.1' : env.HOST}:${env.PORT}`
  ).replace(/\/+$/, '')
  return {
    ...env,
    origin,
    filesDir: path.resolve(env.DATA_DIR, 'files'),
    logKeyFile: path.resolve(env.DATA_DIR, 'keys', 'log.pem'),
    logName: `${new URL(origin).hostname}/log`,
  }
}

const expected = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'is not set.' : `expected ${issue.message}.`
