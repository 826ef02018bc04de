import { randomUUID } from 'node:crypto'
import { createCrypto } from '#app/adapters/crypto/crypto.server.ts'
import { ids } from '#app/adapters/crypto/ids.ts'
import { createMemoryRateLimit } from '#app/adapters/limit/memory.ts'
import { loadSignedIn, type SignedIn } from '#app/adapters/db/sessions.ts'
import { signIn } from '#app/services/account/sign-in.ts'
import type { Visit } from '#app/services/account/visit.ts'
import type { Context } from '#app/services/context.ts'
import type { Bucket } from '#app/services/ports.ts'
import type { TestDb } from '#tests/support/db.ts'

export const PASSWORD = 'un cheval bleu mange trois pommes'
export const OTHER_PASSWORD = 'sept tortues traversent la mer'

export const visit = (changes: Partial<Visit> = {}): Visit => ({
  requestId: 'test',
  address: '192.0.2.7',
  userAgent: 'A browser',
  sessionToken: null,
  deviceMark: null,
  ...changes,
})

/** What identity needs of the outside: a database, secrets and limits. No disk, no press, no mail server. */
export const identityContext = (test: TestDb, changes: Partial<Context> = {}): Context =>
  ({
    db: test.db,
    ids,
    crypto: createCrypto('a secret of at least thirty-two characters, for tests'),
    limits: createMemoryRateLimit(),
    origin: 'http://127.0.0.1:3000',
    noticeUrl: () => null,
    demonstration: false,
    ...changes,
  }) as Context

/** The same with one limit that is soon reached. */
export function tightOn(ctx: Context, tight: Bucket, points: number): Context {
  const counted = createMemoryRateLimit(points)
  const spend: Context['limits']['spend'] = (bucket, key) =>
    (bucket === tight ? counted : ctx.limits).spend(bucket, key)
  return { ...ctx, limits: { ...ctx.limits, spend } }
}

/** Accounts with a password, and what an act left behind. */
export function stage(test: TestDb, ctx: Context) {
  const { owner } = test
  let hash: string | null = null
  let count = 0

  const account = async (
    changes: { verified?: boolean; email?: string; demonstration?: boolean } = {},
  ): Promise<{ id: string; email: string }> => {
    const hashed = await ctx.crypto.hashPassword(PASSWORD)
    hash ??= hashed.ok ? hashed.value : null
    const id = randomUUID()
    const email = changes.email ?? `compte${(count += 1)}@example.ma`
    await owner.query(
      `INSERT INTO person (id, email, name, locale, password_hash, email_verified_at, demonstration, created_at)
       VALUES ($1, $2, 'Compte', 'fr', $3, $4, $5, now())`,
      [id, email, hash, changes.verified === false ? null : new Date(), changes.demonstration ?? false],
    )
    return { id, email }
  }

  const session = async (token: string): Promise<SignedIn | null> =>
    loadSignedIn(ctx.db.applicant, ctx.crypto.tokenDigest(token), { requestId: 'test', address: null })

  const enter = async (email: string, password = PASSWORD): Promise<SignedIn> => {
    const entered = await signIn(ctx, visit(), { email, password })
    if (!entered.ok) throw new Error(`not signed in: ${entered.reason}`)
    const live = await session(entered.value.token)
    if (!live) throw new Error('the session is not live')
    return live
  }

  /** The newest letter of a kind, as the outbox owes it. */
  const letter = async (
    notice: string,
  ): Promise<{ email: string; facts: Record<string, unknown> } | null> => {
    const found = await owner.query<{ email: string; facts: Record<string, unknown> }>(
      'SELECT email, facts FROM outbox WHERE notice = $1 ORDER BY id DESC LIMIT 1',
      [notice],
    )
    return found.rows[0] ?? null
  }
  const tokenOf = async (notice: string): Promise<string> => String((await letter(notice))?.facts.token)

  /** The newest acts of the log, oldest first. */
  const lastActs = async (count = 1): Promise<string[]> => {
    const found = await owner.query<{ act: string }>(
      'SELECT act FROM audit_entry ORDER BY id DESC LIMIT $1',
      [count],
    )
    return found.rows.map(({ act }) => act).reverse()
  }

  const all = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
    (await owner.query(sql, values)).rows as T[]
  const one = async <T>(sql: string, ...values: unknown[]): Promise<T> =>
    (await all<T>(sql, ...values))[0] as T
  const liveSessions = async (personId: string): Promise<number> =>
    (
      await one<{ n: number }>(
        'SELECT count(*)::int AS n FROM session WHERE person_id = $1 AND ended_at IS NULL',
        personId,
      )
    ).n

  /** Everything an act may leave behind, as numbers: a refusal keeps them. */
  const marks = (): Promise<Record<string, number>> =>
    one(`SELECT (SELECT count(*) FROM person)::int AS people, (SELECT count(*) FROM session WHERE ended_at IS NULL)::int AS sessions,
      (SELECT count(*) FROM one_time_token WHERE used_at IS NULL)::int AS links, (SELECT count(*) FROM role_grant WHERE revoked_at IS NULL)::int AS grants,
      (SELECT count(*) FROM audit_entry)::int AS entries, (SELECT count(*) FROM outbox)::int AS letters,
      (SELECT count(*) FROM seat WHERE state = 'accepted')::int AS seats`)

  return { account, session, enter, letter, tokenOf, lastActs, all, one, liveSessions, marks }
}
