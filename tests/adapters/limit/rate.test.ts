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

  it.each([
    [
      'the addresses of one IPv6 line',
      ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff::9', '2001:db8:1:2:3:4:5:6'],
      true,
    ],
    ['those of two lines', ['2001:db8:1:3::1', '2001:db8:1:4::1'], false],
    ['two ways to write one line', ['2001:db8::1', '2001:db8:0:0:9::'], true],
    ['an IPv4 address and itself as IPv6', ['198.51.100.7', '::FFFF:198.51.100.7'], true],
    ['two IPv4 addresses as IPv6', ['::ffff:198.51.100.8', '::ffff:198.51.100.9'], false],
  ])('counts together what one asker could ask from: %s', async (_what, addresses, together) => {
    const left: number[] = []
    for (const address of addresses) {
      const spent = await here.spend('register-address', address)
      left.push(spent.ok ? spent.value.left : -1)
    }
    const { points } = ALLOWANCES['register-address']
    expect(left).toEqual(addresses.map((_one, k) => points - 1 - (together ? k : 0)))
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
