import { beforeAll, expect, it } from 'vitest'
import { figuresLog } from '#app/cli/bench/figures-log.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
beforeAll(async () => {
  test = await testDb()
})

it('appends through the platform, verifies the file of it, and says what it cost', async () => {
  const figures = await figuresLog(test.db, 1203)
  expect(figures).toMatchObject({ entries: 1203, failures: [], met: true })
  const head = await test.owner.query<{ size: string }>('SELECT size FROM log_head')
  expect(Number(head.rows[0]?.size)).toBe(1203)
  expect(Object.values(figures).every((value) => typeof value !== 'number' || value >= 0)).toBe(true)
})
