import { loadSignedIn, raisedJustNow, type SignedIn } from '#app/adapters/db/sessions.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'

/** Where an act that raises a session came from: the cookie that dies with it, and what the form proved. */
export type Raising = { readonly cookie: string | null; readonly proof: string }

/**
 * The cookie of a raised session. It follows from the one that came and from what was proved, so that a form sent twice
 * (a double click without script: the browser drops the first answer, and its cookie) is given the same answer.
 */
export const raisedToken = (ctx: Context, { cookie, proof }: Raising) =>
  cookie === null ? ctx.crypto.newToken() : ctx.crypto.sameToken(`${cookie}:${proof}`)

/**
 * The session that this very form has raised a moment ago, for whoever still has the cookie from before; null for anybody
 * else, after two minutes, and once that session is over. It opens nothing that the first answer did not.
 */
export async function raisedBefore(
  ctx: Context,
  origin: Actor['origin'],
  raising: Raising,
): Promise<{ readonly session: SignedIn; readonly token: string } | null> {
  if (raising.cookie === null) return null
  const { token, digest } = raisedToken(ctx, raising)
  if (!(await raisedJustNow(ctx.db.applicant, digest))) return null
  const session = await loadSignedIn(ctx.db.applicant, digest, origin)
  return session === null ? null : { session, token }
}
