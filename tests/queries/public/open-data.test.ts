import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openDataFiles } from '#app/queries/exports/open-data-files.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { rollTold } from '#app/ui/public/roll-words.server.ts'
import { rollSheets } from '#app/queries/exports/roll-book.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { aResult, importRecord, publicContext, writeSnapshot } from '#tests/routes/public/stage.ts'

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
await importRecord(ctx)
const campaign = await given.campaign({ phase: 'published', slug: 'edition-2026' })
const told = { nominationId: randomUUID(), title: '=HYPERLINK("http://x","y")', body: '@SUM(1+1)' }
await writeSnapshot(given, aResult(campaign, told, true), new Date(Date.UTC(2026, 1, 1)))
const files = await openDataFiles(ctx, await publishedEditions(ctx.db.public), rollTold('https://e.example'))

describe('the open data', () => {
  it('keeps the keys of the published record and adds identity, address, outcome and replay', () => {
    const { licence, updatedAt, editions } = JSON.parse(files.json) as {
      licence: { url: string }
      updatedAt: string
      editions: { year: number; replayed: boolean; categories: { prizes: Record<string, unknown>[] }[] }[]
    }
    expect(licence.url).toMatch(/^https:/)
    expect(Number.isNaN(Date.parse(updatedAt))).toBe(false)
    expect(editions.map(({ year, replayed }) => [year, replayed]).slice(0, 2)).toEqual([
      [2026, true],
      [2021, false],
    ])
    for (const edition of editions) {
      expect(Object.keys(edition)).toEqual(
        expect.arrayContaining([
          'year',
          'edition',
          'ceremonyDate',
          'candidates',
          'organiser',
          'categories',
          'sources',
        ]),
      )
      for (const prize of edition.categories.flatMap(({ prizes }) => prizes))
        expect(Object.keys(prize)).toEqual(
          expect.arrayContaining([
            'type',
            'label',
            'administrationFr',
            'administrationAr',
            'projectFr',
            'withheld',
            'id',
            'url',
            'outcome',
          ]),
        )
    }
  })

  it('gives one row per prize, none of which a spreadsheet can run', () => {
    const csv = Buffer.from(files.csv).toString('utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(81 + 2 + 1)
    expect(files.rows).toBe(83)
    expect(csv).toContain(`'=HYPERLINK`)
    expect(csv).toContain(`'@SUM`)
    expect(csv).not.toMatch(/(^|,|")[=@]/m)
  })

  it('fills one sheet in each official language, a row per prize, in words', async () => {
    const editions = await publishedEditions(ctx.db.public)
    const [fr, ar] = rollSheets(editions, rollTold('https://e.example').languages)
    expect([fr?.rows.length, ar?.rows.length]).toEqual([files.rows, files.rows])
    expect(fr?.header.slice(0, 4)).toEqual(['Année', 'Catégorie', 'Prix', 'Issue'])
    const of2021 = (rows: typeof fr) => rows?.rows.filter(([year]) => year === 2021).map((row) => row[3])
    expect(of2021(fr)).toContain('Non attribué')
    expect(of2021(ar)).toContain('محجوبة')
    expect(ar?.rows.map((row) => row.at(-1))).toContainEqual(
      expect.stringMatching(/^https:\/\/e\.example\/ar\/laureates\//),
    )
  })
})
