import { afterAll, expect, it } from 'vitest'
import { type DbLimits, openDb, SERVING, UNHURRIED } from '#app/adapters/db/client.server.ts'
import { inTransaction, readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const opened: { close: () => Promise<void> }[] = []
const office = (limits?: DbLimits) => {
  const db = openDb(test.url, { poolSize: 1, ...(limits ? { limits } : {}) })
  opened.push(db)
  return db.office
}
afterAll(async () => void (await Promise.all(opened.map((db) => db.close()))))

const NAMES = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] as const

it.each([
  ['serves with fifteen seconds a statement', undefined, SERVING],
  ['fills a database with ten minutes a statement', UNHURRIED, UNHURRIED],
])('%s', async (_, limits, { statement, lock, idle }) => {
  const said = await office(limits).$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY (${[...NAMES]})`
  const set = new Map(said.map(({ name, setting }) => [name, Number(setting)]))
  expect(NAMES.map((name) => set.get(name))).toEqual([statement, lock, idle])
})

it('never serves with the limits of a filling', () => {
  expect(SERVING).toMatchObject({ statement: 15_000, lock: 5000, transaction: 15_000 })
})

it('stops a transaction, an act as well as a read, by the limits of its own client', async () => {
  const hurried = office({ ...SERVING, transaction: 150 })
  const slow = { act: office(), read: office() }
  const sleep = (client: typeof hurried) =>
    inTransaction(client, SYSTEM_ACTOR.personId, async (tx) => {
      await tx.$executeRaw`SELECT pg_sleep(0.4)`
      await tx.$executeRaw`SELECT 1`
      return ok(true)
    })
  const read = (client: typeof hurried) =>
    readAs(client, SYSTEM_ACTOR.personId, async (tx) => {
      await tx.$executeRaw`SELECT pg_sleep(0.4)`
      return tx.$executeRaw`SELECT 1`
    })
  await expect(sleep(hurried)).rejects.toMatchObject({ code: 'P2028' })
  await expect(read(hurried)).rejects.toMatchObject({ code: 'P2028' })
  expect(await sleep(slow.act)).toEqual({ ok: true, value: true })
  await expect(read(slow.read)).resolves.toBe(1)
})
