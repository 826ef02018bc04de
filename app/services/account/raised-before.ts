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
 * else, after two minutes, and once that session is over. It opens nothing that the first answer did not. The tries of one
 * cookie are as few as those of one person: nobody finds a code of six digits by asking here; those of one address are
 * counted too, so that invented cookies fill no table.
 */
export async function raisedBefore(
  ctx: Context,
  origin: Actor['origin'],
  raising: Raising,
): Promise<{ readonly session: SignedIn; readonly token: string } | null> {
  if (raising.cookie === null) return null
  if (!(await ctx.limits.spend('sign-in-address', origin.address ?? 'unknown')).ok) return null
  if (!(await ctx.limits.spend('second-factor', ctx.crypto.tokenDigest(raising.cookie))).ok) return null
  const { token, digest } = raisedToken(ctx, raising)
  if (!(await raisedJustNow(ctx.db.applicant, digest))) return null
  const session = await loadSignedIn(ctx.db.applicant, digest, origin)
  return session === null ? null : { session, token }
}
