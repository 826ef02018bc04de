// `npm run admin:create -- <email> [--another]`: the first account of a real installation.
import { fileURLToPath } from 'node:url'
import { toIso } from '#app/domain/kernel/instant.ts'
import { email } from '#app/forms/fields.ts'
import { paths } from '#app/http/paths.ts'
import { inviteFirstAdministrator } from '#app/services/settings/invite-first-administrator.ts'
import { buildContext } from '../context.server.ts'
import { EnvError, readEnv } from '../env.server.ts'

type Say = (line: string) => void
const USAGE = 'Usage: npm run admin:create -- name@administration.ma [--another]'

/** The error and all its causes as one text: the driver hides its own below Prisma's. */
function wholeText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { message, code, cause } = error as { message?: unknown; code?: unknown; cause?: unknown }
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : []
  return [
    message,
    code,
    cause === undefined ? '' : wholeText(cause),
    JSON.stringify(cause ?? ''),
    ...errors.map(wholeText),
  ].join(' ')
}

/** What an operator can do about it, in one sentence. */
function sentence(error: unknown): string {
  if (error instanceof EnvError) return error.message
  const text = wholeText(error)
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout|P1001|P1002/i.test(text))
    return 'The database of DATABASE_URL does not answer: check its address and that the server runs.'
  if (/password authentication failed|28P01|P1000/i.test(text))
    return 'The database of DATABASE_URL refuses the user name or the password.'
  if (/3D000|P1003|database ".*" does not exist/i.test(text))
    return 'The database named in DATABASE_URL does not exist: create it first.'
  if (/42P01|P2021|role "?imtiyaz_/.test(text))
    return 'The database has no tables yet: start the application once with the same DATABASE_URL.'
  return `The link could not be made: ${text.replace(/\s+/g, ' ').slice(-300)}`
}

/** Gives the exit code; writes the link on `say` and what went wrong on `complain`. */
export async function createAdministrator(
  words: readonly string[],
  source: Partial<NodeJS.ProcessEnv>,
  say: Say,
  complain: Say,
): Promise<number> {
  const another = words.includes('--another')
  const [address, ...rest] = words.filter((word) => word !== '--another')
  if (address === undefined || rest.length > 0) return (complain(USAGE), 2)
  const checked = email.safeParse(address)
  if (!checked.success) return (complain(`"${address}" is not an e-mail address. ${USAGE}`), 2)
  if (!source.DATABASE_URL)
    return (
      complain('DATABASE_URL is not set: this command makes the first account of a real installation.'),
      2
    )
  try {
    // Nothing that this command writes depends on the secret; the server's own is not asked for.
    const env = readEnv({
      ...source,
      APP_SECRET: source.APP_SECRET || 'not used by this command, not kept',
      LOG_LEVEL: 'silent',
    } as NodeJS.ProcessEnv)
    const ctx = await buildContext(env, { poolSize: 1 })
    try {
      const made = await inviteFirstAdministrator(ctx, { email: checked.data, another })
      if (!made.ok)
        return (
          complain('This installation already has an administrator. To invite another one, add --another.'),
          3
        )
      say(`Open this link as ${checked.data}, once, before ${toIso(made.value.expiresAt)}:`)
      say(`${env.origin}${paths.invitation('fr', made.value.token)}`)
      return 0
    } finally {
      await ctx.db.close()
    }
  } catch (error) {
    return (complain(sentence(error)), 1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const line = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)
  process.exit(
    await createAdministrator(process.argv.slice(2), process.env, line(process.stdout), line(process.stderr)),
  )
}
