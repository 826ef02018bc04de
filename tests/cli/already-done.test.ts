import { expect, it } from 'vitest'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { alreadyDone } from '#prisma/already-done.mjs'
import { ensureDatabase } from '#app/cli/postgres.mjs'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const done = () => alreadyDone(test.url)

it('sees that every migration is applied, and that nothing is seeded', async () => {
  expect(await done()).toEqual({ migrated: true, seeded: false })
})

it('takes a demonstration that was cut off for unseeded, a whole one for seeded', async () => {
  await markDemonstration(test.url, 'seeding')
  expect(await done()).toEqual({ migrated: true, seeded: false })
  await markDemonstration(test.url, 'ready')
  expect(await done()).toEqual({ migrated: true, seeded: true })
})

it('sees a migration that is missing or unfinished', async () => {
  const one = `WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`
  for (const change of [
    `UPDATE _prisma_migrations SET finished_at = NULL ${one}`,
    `DELETE FROM _prisma_migrations ${one}`,
  ]) {
    await test.owner.query(change)
    expect((await done()).migrated, change).toBe(false)
  }
})

it('finds nothing in an empty database', async () => {
  const url = new URL(test.url)
  const empty = await ensureDatabase(test.url, `${url.pathname.slice(1)}_empty`)
  expect(await alreadyDone(empty)).toEqual({ migrated: false, seeded: false })
})
