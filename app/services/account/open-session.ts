import { endSessionOfToken, storeSession } from '#app/adapters/db/sessions.ts'
import type { Account } from '#app/adapters/db/people.ts'
import type { Context } from '../context.ts'
import type { Unit } from '../run.ts'
import type { Visit } from './visit.ts'

/** A new session under a new name; the one the browser came with is over. Gives the cookie's value. */
export async function openSession(
  ctx: Context,
  { tx }: Unit,
  account: Pick<Account, 'id'>,
  visit: Visit,
  secondFactor = false,
): Promise<{ readonly sessionId: string; readonly token: string }> {
  if (visit.sessionToken) await endSessionOfToken(tx, ctx.crypto.tokenDigest(visit.sessionToken))
  const { token, digest } = ctx.crypto.newToken()
  const id = ctx.ids.uuid()
  await storeSession(tx, {
    id,
    digest,
    personId: account.id,
    secondFactor,
    userAgent: visit.userAgent?.slice(0, 200) ?? null,
    address: visit.address,
  })
  return { sessionId: id, token }
}
