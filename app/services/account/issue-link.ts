import { storeLink, type TokenKind } from '#app/adapters/db/tokens.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Context } from '../context.ts'
import type { Unit } from '../run.ts'
import { linkExpiry } from './token-life.ts'
import type { LinkPath } from './visit.ts'

type Wanted = {
  readonly kind: TokenKind
  readonly email: string
  readonly locale: Locale
  readonly personId: string | null
  readonly payload?: Readonly<Record<string, string | null>>
  readonly path: LinkPath
}

/** Stores the digest of a new link and gives its address for the letter; the secret itself is in the letter only. */
export async function issueLink(
  ctx: Context,
  { tx, now }: Unit,
  wanted: Wanted,
): Promise<{ readonly link: string; readonly expiresAt: Instant }> {
  const { token, digest } = ctx.crypto.newToken()
  const expiresAt = linkExpiry(wanted.kind, now)
  const { kind, email, personId, payload = {} } = wanted
  await storeLink(tx, { id: ctx.ids.rowId(), digest, kind, email, personId, payload, expiresAt }, now)
  return { link: `${ctx.origin}${wanted.path(wanted.locale, token)}`, expiresAt }
}
