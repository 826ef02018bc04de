import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, type DbRole, openDb } from '#app/adapters/db/client.server.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { atTheEnd } from './at-the-end.ts'

export type TestDb = {
  readonly db: Db
  readonly url: string
  /** As the owner, past all row security: for arranging and for looking. */
  readonly owner: pg.Client
  /** Sets the one clock; null gives it back to the database. */
  readonly setNow: (now: Instant | null) => Promise<void>
  /** Statements since the last call, by role. */
  readonly countQueries: () => { total: number; sql: string[] }
}

/** A database of this test file's own, cloned from the template and dropped at its end. */
export async function testDb(): Promise<TestDb> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${inject('template')}"`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const owner = new pg.Client({ connectionString: address.href })
  await owner.connect()
  let sql: string[] = []
  const db = openDb(address.href, { poolSize: 4, onQuery: (_role: DbRole, text) => void sql.push(text) })
  atTheEnd(async () => {
    await db.close()
    await owner.end()
    await left(admin, name)
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await admin.end()
  })
  return {
    db,
    url: address.href,
    owner,
    setNow: (now) => setAwardClock(owner, now),
    countQueries: () => {
      const seen = sql
      sql = []
      return { total: seen.length, sql: seen }
    },
  }
}

/** A connection that was ended may still be there for a moment; cut off then, it would complain to nobody. */
async function left(admin: pg.Client, name: string): Promise<void> {
  for (let looks = 0; looks < 50; looks += 1) {
    const { rows } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name])
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function setAwardClock(owner: pg.Client, now: Instant | null): Promise<void> {
  if (now === null) return void (await owner.query('DELETE FROM award_clock'))
  await owner.query(
    'INSERT INTO award_clock (id, now_at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET now_at = excluded.now_at',
    [new Date(now)],
  )
}
