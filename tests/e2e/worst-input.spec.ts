import pg from 'pg'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { overflow } from './support/access-checks.ts'
import { type Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { kindOf, pagesFrom } from './support/site.ts'

/** Two at a time, when nobody else is on the way. */
test.describe.configure({ mode: 'parallel', timeout: 240_000 })

/**
 * The last of all: from here on every name is 200 letters long, in three scripts, and some have no Arabic. A person's own
 * name comes first, so that one can still sign in by it. Each worker says so again: it changes nothing the second time.
 */
test.beforeAll(async () => {
  const owner = new pg.Client({ connectionString: process.env['E2E_DATABASE_URL'] ?? '' })
  await owner.connect()
  await owner.query('SELECT pg_advisory_lock(20053)')
  const long = JSON.stringify({ ar: LONG_NAME, fr: LONG_NAME })
  const french = JSON.stringify({ fr: LONG_NAME })
  await owner.query(`UPDATE administration SET name = CASE WHEN id::text < '8' THEN $2 ELSE $1 END::jsonb`, [
    long,
    french,
  ])
  await owner.query(`UPDATE nomination SET title = CASE WHEN id::text < '8' THEN $2 ELSE $1 END::jsonb`, [
    long,
    french,
  ])
  await owner.query('UPDATE campaign SET award_name = $1', [long])
  await owner.query('UPDATE category SET name = $1', [long])
  await owner.query(`UPDATE person SET name = left(name || ' ' || $1, 200)`, [LONG_NAME])
  await owner.end()
})

const WIDTHS = [1440, 390, 320]
async function faultsAt(page: Page, path: string, how: string): Promise<string[]> {
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const out = await overflow(page)
    if (out !== null) faults.push(`${path}, ${how}, at ${width}: ${out}`)
  }
  return faults
}

/** A browser that leaves the gaps of a grid out, as some still do. */
const withoutGaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { gap: 0 !important }')
    document.adoptedStyleSheets = [sheet]
  })

/** Each page on every screen and on paper; neither the fonts nor any picture arrives. */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  await page.route(/\.(woff2?|png|jpe?g|webp|svg)(\?|$)/, (route) => route.abort())
  const faults: string[] = []
  for (const path of paths) {
    const answer = await page.goto(path)
    if (answer?.status() !== 200) faults.push(`${path}: status ${answer?.status()}`)
    faults.push(...(await faultsAt(page, path, 'without fonts')))
    await withoutGaps(page)
    faults.push(...(await faultsAt(page, path, 'without gaps')))
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 672, height: 950 })
    const out = await overflow(page)
    if (out !== null) faults.push(`${path}, on paper: ${out}`)
    await page.emulateMedia({ media: 'screen' })
  }
  return faults
}

const OFFICE = /^\/(?!account|applicant|secretariat|deliberation|release|admin)/
const JURY = /^\/(?:jury|deliberation)(?:\/|$)/

/** Arabic holds letters of both directions: what fits there fits in French. */
for (const [who, name, starts, area, least, kinds] of [
  [
    'the public and the office',
    'Rachid El Khattabi',
    ['/ar', '/ar/organiser'],
    OFFICE,
    21,
    ['/laureates', '/organiser/campaigns/:id', '/jury/campaigns/:id/assignment', '/jury/seats/:id'],
  ],
  [
    'a juror',
    'Karim Benjelloun',
    ['/ar/jury'],
    JURY,
    5,
    ['/jury/campaigns/:id', '/jury/campaigns/:id/interests', '/jury/sheets/:id', '/jury/sheets/:id/receipt'],
  ],
  [
    'the chair',
    'رئيسة لجنة',
    ['/ar/jury', '/ar/deliberation'],
    JURY,
    12,
    [
      '/jury/campaigns/:id/progress',
      '/jury/campaigns/:id/figures',
      '/deliberation/sessions/:id',
      '/deliberation/sessions/:id/minutes',
    ],
  ],
] as const) {
  test(`no name is too long for a page of ${who}, with or without fonts and grid gaps, on screen and on paper`, async ({
    as,
  }) => {
    const page = await as(name)
    const paths = await pagesFrom(page, starts, 'ar', area)
    expect(paths.length, paths.join('\n')).toBeGreaterThanOrEqual(least)
    expect(paths.map(kindOf)).toEqual(expect.arrayContaining([...kinds]))
    expect((await faultsOf(page, paths)).join('\n')).toBe('')
  })
}

test('in Arabic, each line of a value under another begins at its name', async ({ as }) => {
  const page = await as('Salma Idrissi', { language: 'ar', viewport: { width: 320, height: 844 } })
  await page.goto('/ar/applicant')
  const lines = await page.locator('.table--rows .cell-name + bdi:has(> bdi)').evaluateAll((values) =>
    values.flatMap((value) => {
      const words = document.createRange()
      words.selectNodeContents(value)
      const edge = value.getBoundingClientRect().right
      const right = new Map<number, number>()
      for (const { top, right: end } of words.getClientRects())
        right.set(Math.round(top), Math.max(right.get(Math.round(top)) ?? 0, end))
      return [...right.values()].map((end, at) => ({ at, off: Math.round(edge - end) }))
    }),
  )
  expect(lines.filter(({ at }) => at > 0).length).toBeGreaterThan(0)
  expect(lines.filter(({ off }) => off > 1)).toEqual([])
})
