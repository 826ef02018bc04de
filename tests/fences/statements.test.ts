import { beforeAll, describe, expect, it } from 'vitest'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { productionBuild, serve } from '#tests/support/web.ts'
import { addressOf, patternsOf } from './support/addresses.ts'
import { grow } from './support/grow.ts'
import { type Row, TABLE } from './support/table.ts'
import { aWorld, type Role } from './support/world.ts'

const test = await testDb()
const context = await testContext(test)
const world = await aWorld(test, context.files)
const build = await productionBuild()
const web = await serve((origin) => ({ ...context, origin }), build)

const readers = (row: Row): readonly Role[] =>
  row.anyone === 'open' ? ['anonymous'] : row.account ? ['editor', 'juror', 'organiser'] : (row.open ?? [])

/** Every page that somebody gets, as each who gets it. */
const visits = Object.entries(patternsOf(build)).flatMap(([id, pattern]) => {
  const row = TABLE[id]
  const address = row && row.frameOf === undefined ? addressOf(pattern, id, 'own', world) : null
  return row && address !== null ? readers(row).map((role) => ({ name: `${role} ${id}`, role, address })) : []
})

/** Statements of each visit, one at a time so that each counts its own. */
async function count(): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>()
  // Once in five minutes a request also notes that its session was used: on a slow machine that would fall into a count.
  await test.owner.query("UPDATE session SET last_seen_at = clock_timestamp() + interval '1 day'")
  for (const { name, role, address } of visits) {
    test.countQueries()
    const cookie = world.cookies[role]
    const { status } = await web.ask(address, { headers: cookie === '' ? {} : { cookie } })
    if (status === 200) counted.set(name, test.countQueries().total)
  }
  return counted
}

describe('the statements of a page', () => {
  let few: ReadonlyMap<string, number>
  let many: ReadonlyMap<string, number>
  beforeAll(async () => {
    await grow(world, 2)
    await count() // what a process reads once and keeps
    few = await count()
    await grow(world, 55)
    many = await count()
  }, 300_000)

  it('are counted for the pages of every role', () => {
    expect(few.size).toBeGreaterThan(120)
    expect([...many.keys()]).toEqual([...few.keys()])
    expect(few.get('organiser routes/organiser/nominations')).toBeGreaterThan(2)
  })

  it('do not grow with the rows that it lists', () => {
    const grown = [...many].filter(([name, total]) => total > (few.get(name) ?? 0))
    expect(grown.map(([name, total]) => `${name}: ${few.get(name)} -> ${total}`)).toEqual([])
  })

  it('stay few', () => {
    expect([...many].filter(([, total]) => total > 30)).toEqual([])
  })
})
