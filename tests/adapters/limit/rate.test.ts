import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { ALLOWANCES, createRateLimit } from '#app/adapters/limit/rate.server.ts'
import { testDb } from '#tests/support/db.ts'

const { url, owner } = await testDb()
const pools = [
  new pg.Pool({ connectionString: url, max: 4 }),
  new pg.Pool({ connectionString: url, max: 4 }),
] as const
afterAll(async () => {
  for (const pool of pools) await pool.end()
})
const [here, there] = [createRateLimit(pools[0]), createRateLimit(pools[1])]

describe('the limit', () => {
  it('counts across processes and says when to come back', async () => {
    const { points } = ALLOWANCES['second-factor']
    const verdicts = await Promise.all(
      Array.from({ length: points * 4 }, (_, k) =>
        (k % 2 === 0 ? here : there).spend('second-factor', 'person-1'),
      ),
    )
    expect(verdicts.filter((one) => one.ok)).toHaveLength(points)
    const refused = verdicts.find((one) => !one.ok)
    expect(refused).toMatchObject({ ok: false, reason: 'throttled' })
    expect(refused?.ok === false && Number(refused.facts.retryAfterSeconds)).toBeGreaterThan(60)
  })

  it('keeps keys and buckets apart, takes spelling for the same, and forgives', async () => {
    const spend = () => here.spend('reset-account', 'Salma@Example.ma ')
    for (let k = 0; k < ALLOWANCES['reset-account'].points; k += 1) expect((await spend()).ok).toBe(true)
    expect((await there.spend('reset-account', 'salma@example.ma')).ok).toBe(false)
    expect((await here.spend('reset-account', 'omar@example.ma')).ok).toBe(true)
    expect((await here.spend('reset-address', 'salma@example.ma')).ok).toBe(true)
    await there.forgive('reset-account', 'salma@example.ma')
    expect((await spend()).ok).toBe(true)
  })

  it('lets three hundred people of one address in at once', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 300 }, () => here.spend('sign-in-address', '10.0.0.1')),
    )
    expect(verdicts.every((one) => one.ok)).toBe(true)
  })

  it('writes no address and no e-mail down', async () => {
    const { rows } = await owner.query<{ key: string }>('SELECT key FROM rate_limit')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.map((row) => row.key).join(' ')).not.toMatch(/@|10\.0\.0\.1|salma/)
  })

  it('still counts, in this process alone, when the database is gone', async () => {
    const nowhere = new pg.Pool({
      connectionString: 'postgres://nobody@127.0.0.1:1/x',
      connectionTimeoutMillis: 300,
    })
    const alone = createRateLimit(nowhere)
    const { points } = ALLOWANCES['reset-account']
    for (let k = 0; k < points; k += 1) expect((await alone.spend('reset-account', 'a')).ok).toBe(true)
    expect((await alone.spend('reset-account', 'a')).ok).toBe(false)
    await nowhere.end()
  })
})
