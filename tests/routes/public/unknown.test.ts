import { describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { readLaureateFilters } from '#app/queries/public/read-filters.ts'
import { testDb } from '#tests/support/db.ts'
import { get } from '#tests/support/request.ts'
import { calendarFile, namedFiles, namedPages, plainPages, rulePages } from './addresses.ts'
import { importRecord, publicContext } from './stage.ts'

const test = await testDb()
const ctx = publicContext(test)
await importRecord(ctx)

describe('what does not exist', () => {
  it('answers 404 for unknown and malformed names alike', async () => {
    const unknown = [
      ...namedPages('fr', 'no-such-edition', randomUUID()),
      ...namedPages('fr', '..%2f', "x' OR 1=1"),
      ...rulePages('fr', 'no-such-edition'),
      ...namedFiles('no-such-edition'),
      calendarFile('no-such-edition'),
      // An edition of the archive has no file: nothing was scored here.
      ...namedFiles('2019'),
    ]
    for (const { route, path, params } of unknown)
      expect((await get(ctx, route, path, params)).status, path).toBe(404)
  })

  it('is no language beside the four', async () => {
    for (const { route, path } of plainPages('fr'))
      expect((await get(ctx, route, path, { locale: 'de' })).status, path).toBe(404)
  })
})

describe('the questions of the roll', () => {
  const read = (search: string) => readLaureateFilters(new URLSearchParams(search))

  it('take a malformed one for none', () => {
    const nothing = {
      year: undefined,
      category: undefined,
      prize: undefined,
      outcome: undefined,
      q: undefined,
      page: undefined,
    }
    expect(read('year=20199&category=A%27--&prize=gold&outcome=maybe&q=%20&page=0')).toEqual(nothing)
    expect(read('year=1e3&category[]=x&page=-1')).toEqual(nothing)
  })

  it('keep a sound one, at most a hundred letters of it', () => {
    expect(
      read(`year=2019&category=e-contenu&prize=jury&outcome=withheld&q=${'a'.repeat(400)}&page=2`),
    ).toEqual({
      year: 2019,
      category: 'e-contenu',
      prize: 'jury',
      outcome: 'withheld',
      q: 'a'.repeat(100),
      page: 2,
    })
  })
})
