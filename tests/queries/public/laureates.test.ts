import { describe, expect, it } from 'vitest'
import { archiveDiagram } from '#app/queries/public/archive-diagram.ts'
import { listLaureates } from '#app/queries/public/laureates.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { testDb } from '#tests/support/db.ts'
import { importRecord, publicContext } from '#tests/routes/public/stage.ts'

const test = await testDb()
const ctx = publicContext(test)
await importRecord(ctx)
test.countQueries()
const editions = await publishedEditions(ctx.db.public)
const asked = test.countQueries().total

describe('the roll of laureates', () => {
  it('is read in one statement, newest edition first', () => {
    expect(asked).toBe(1)
    expect(editions.map(({ slug }) => slug)).toEqual([
      '2021',
      '2019',
      '2018',
      '2017',
      '2016',
      '2015',
      '2014',
      '2012',
      '2010',
      '2008',
      '2007',
      '2006',
      '2005',
    ])
  })

  it('counts laureates and prizes not given apart', () => {
    expect(listLaureates(editions, {})).toMatchObject({ laureates: 72, withheld: 9, page: 1 })
    expect(listLaureates(editions, { outcome: 'withheld' })).toMatchObject({ laureates: 0, withheld: 9 })
    expect(listLaureates(editions, { year: 2019 })).toMatchObject({ laureates: 8, withheld: 0 })
    expect(listLaureates(editions, { year: 2009 })).toMatchObject({ laureates: 0, withheld: 0, groups: [] })
  })

  it('finds a body whatever its accents, its case or its Arabic letter forms', () => {
    const found = (q: string) => listLaureates(editions, { q }).laureates
    expect(found('TRÉSORERIE')).toBe(found('tresorerie'))
    expect(found('tresorerie')).toBeGreaterThan(0)
    expect(found('وزارة العدل')).toBe(2)
    expect(found('الاداره')).toBe(found('الإدارة'))
    expect(found('%')).toBe(found(''))
  })

  it('shows every prize once over its pages', () => {
    const { pages } = listLaureates(editions, {})
    const keys = Array.from({ length: pages }, (_, i) => listLaureates(editions, { page: i + 1 }))
      .flatMap(({ groups }) => groups)
      .flatMap(({ prizes }) => prizes.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toHaveLength(81)
    expect(listLaureates(editions, { page: 999 }).page).toBe(pages)
  })

  it('lists the categories of an edition as the diagram above it does, the others after them', () => {
    const codes = (order: readonly (string | null)[]) =>
      listLaureates(editions, { year: 2019 }, { order }).groups.map(({ category }) => category.code)
    const own = codes([])
    const turned = own.toReversed()
    expect(own).toHaveLength(4)
    expect(codes([...turned, null])).toEqual(turned)
    expect(codes([null, own[3] ?? ''])).toEqual([own[3], own[0], own[1], own[2]])
  })

  it('draws every year from the first edition, the missing ones as gaps', () => {
    const { columns, rows } = archiveDiagram(editions, { year: 2026, slug: 'e', categories: [] })
    expect(columns).toHaveLength(22)
    expect(columns.filter(({ state }) => state === 'gap').map(({ year }) => year)).toEqual([
      2009, 2011, 2013, 2020, 2022, 2023, 2024, 2025,
    ])
    expect(columns.at(-1)?.state).toBe('live')
    expect(rows.flatMap(({ cells }) => cells.flat())).toHaveLength(81)
  })
})
