import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

export type TokenKind = 'verify-email' | 'reset-password' | 'invitation-office' | 'invitation-seat'

/** A link that was mailed. Only the digest of its secret is kept. */
export type OneTimeLink = {
  readonly id: string
  readonly kind: TokenKind
  readonly email: string
  readonly personId: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly expiresAt: Instant
}
export type NewLink = OneTimeLink & { readonly digest: string }

type Row = {
  id: string
  kind: string
  email: string
  person_id: string | null
  payload: Record<string, unknown>
  expires_at: Date
}
const linkOf = (row: Row): OneTimeLink => ({
  id: row.id,
  kind: row.kind as TokenKind,
  email: row.email,
  personId: row.person_id,
  payload: row.payload,
  expiresAt: instantOf(row.expires_at),
})

export async function storeLink(tx: Tx, link: NewLink, now: Instant): Promise<void> {
  await tx.oneTimeToken.create({
    data: {
      id: link.id,
      tokenHash: link.digest,
      kind: link.kind,
      email: link.email,
      personId: link.personId,
      payload: link.payload as Prisma.InputJsonObject,
      createdAt: toDate(now),
      expiresAt: toDate(link.expiresAt),
    },
    select: { id: true },
  })
}

/** The live link of this digest, looked at without using it (a GET, or a mail scanner, changes nothing). */
export async function findLink(
  client: Client | Tx,
  digest: string,
  now: Instant,
): Promise<OneTimeLink | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT id, kind, email, person_id, payload, expires_at FROM one_time_token
    WHERE token_hash = ${digest} AND used_at IS NULL AND expires_at > ${toDate(now)}`
  return row ? linkOf(row) : null
}

/** The same, locked until the end of the transaction. */
export async function lockLink(tx: Tx, digest: string, now: Instant): Promise<OneTimeLink | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, kind, email, person_id, payload, expires_at FROM one_time_token
    WHERE token_hash = ${digest} AND used_at IS NULL AND expires_at > ${toDate(now)} FOR UPDATE`
  return row ? linkOf(row) : null
}

export async function spendLink(tx: Tx, linkId: string, now: Instant): Promise<void> {
  await tx.oneTimeToken.update({ where: { id: linkId }, data: { usedAt: toDate(now) }, select: { id: true } })
}

/** A newer link of the kind makes the older ones of the same person useless. */
export async function retireLinks(tx: Tx, kind: TokenKind, personId: string, now: Instant): Promise<void> {
  await tx.oneTimeToken.updateMany({ where: { kind, personId, usedAt: null }, data: { usedAt: toDate(now) } })
}
