import { storeLink, type TokenKind } from '#app/adapters/db/tokens.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '../context.ts'
import type { Unit } from '../run.ts'
import { linkExpiry } from './token-life.ts'

type Wanted = {
  readonly kind: TokenKind
  readonly email: string
  readonly personId: string | null
}

/** Stores the digest of a new link; its secret goes into the facts of the letter and nowhere else. */
export async function issueLink(
  ctx: Context,
  { tx, now }: Unit,
  wanted: Wanted,
): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
  const { token, digest } = ctx.crypto.newToken()
  const expiresAt = linkExpiry(wanted.kind, now)
  await storeLink(tx, { id: ctx.ids.rowId(), digest, payload: {}, expiresAt, ...wanted }, now)
  return { token, expiresAt }
}
