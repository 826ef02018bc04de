import pg from 'pg'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { overflow } from './support/access-checks.ts'
import { type Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { kindOf, pagesFrom } from './support/site.ts'

/** The last of all: from here on every name is 200 letters long, in three scripts, and some have no Arabic. */
test.beforeAll(async () => {
  const owner = new pg.Client({ connectionString: process.env['E2E_DATABASE_URL'] ?? '' })
  await owner.connect()
  const long = JSON.stringify({ ar: LONG_NAME, fr: LONG_NAME })
  await owner.query('UPDATE administration SET name = $1', [long])
  await owner.query(`UPDATE administration SET name = name - 'ar' WHERE id::text < '8'`)
  await owner.query('UPDATE nomination SET title = $1', [long])
  await owner.query('UPDATE campaign SET award_name = $1', [long])
  await owner.query('UPDATE category SET name = $1', [long])
  await owner.query('UPDATE person SET name = $1 WHERE email NOT LIKE $2', [LONG_NAME, 'organisation@%'])
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

test('no name is too long for a page, with or without fonts and grid gaps, on screen and on paper', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const page = await as('Rachid El Khattabi')
  // Neither the fonts nor any picture arrives.
  await page.route(/\.(woff2?|png|jpe?g|webp|svg)(\?|$)/, (route) => route.abort())
  // Arabic holds letters of both directions: what fits there fits in French.
  const starts = ['/ar', '/ar/organiser']
  const paths = await pagesFrom(
    page,
    starts,
    'ar',
    /^\/(?!account|applicant|secretariat|jury\/|deliberation|release|admin)/,
  )
  const kinds = new Set(paths.map(kindOf))
  expect(kinds.size).toBeGreaterThan(20)
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
  expect(faults.join('\n')).toBe('')
})
