import { type Account, findAccountByEmail } from '#app/adapters/db/people.ts'
import type { Context } from '../context.ts'

const MARK = /^([A-Za-z0-9_-]{22})\.([0-9a-f]{64})$/

type Marked = Pick<Account, 'email' | 'passwordHash'>
/** Of the password too: a mark that somebody made with the old one is none when it has changed. */
const macOf = (ctx: Context, { email, passwordHash }: Marked, nonce: string): string =>
  ctx.crypto.hmac('device', `${email}\n${nonce}\n${passwordHash ?? ''}`)

/** Left on a browser after a good sign-in or a change of the password. It opens nothing: it only keeps the owner out of a stranger's queue. */
export function newDeviceMark(ctx: Context, account: Marked): string {
  const nonce = Buffer.from(ctx.crypto.randomBytes(16)).toString('base64url')
  return `${nonce}.${macOf(ctx, account, nonce)}`
}

/** The nonce of a mark that was made for this address and its present password, or null. Compared by digest, so that time tells nothing. */
export async function knownDevice(ctx: Context, email: string, mark: string | null): Promise<string | null> {
  const [, nonce, mac] = MARK.exec(mark ?? '') ?? []
  if (!nonce || !mac) return null
  const account = await findAccountByEmail(ctx.db.applicant, email)
  const own = macOf(ctx, { email, passwordHash: account?.passwordHash ?? null }, nonce)
  return ctx.crypto.sha256(mac) === ctx.crypto.sha256(own) ? nonce : null
}
