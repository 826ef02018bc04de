import type { Page } from '@playwright/test'
import pg from 'pg'
import { overflow } from './support/access-checks.ts'
import { expect, test } from './support/browser.ts'
import { mainFaultsOf } from './support/page-checks.ts'
import { type WorstCounts, writeWorstCounts } from './support/worst-counts.ts'

test.describe.configure({ timeout: 240_000 })

let worst: WorstCounts
/** After everything else: from here on the lists of the demonstration hold campaigns that nobody played. */
test.beforeAll(async () => {
  const owner = new pg.Client({ connectionString: process.env['E2E_DATABASE_URL'] ?? '' })
  await owner.connect()
  worst = await writeWorstCounts(owner)
  await owner.end()
})

const PAPER = { width: 672, height: 950 }
/** Arabic holds letters of both directions: what fits there fits in French. */
async function faultsOf(page: Page, paths: readonly string[]): Promise<string> {
  const faults: string[] = []
  for (const path of paths.map((one) => `/ar${one}`)) {
    faults.push(...(await mainFaultsOf(page, path, 'ar')))
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(PAPER)
    const out = await overflow(page)
    if (out !== null) faults.push(`${path}, on paper: ${out}`)
    await page.emulateMedia({ media: 'screen' })
  }
  return faults.join('\n')
}

test('the public pages of forty categories and of one, without a nomination or a presentation, stand', async ({
  visitor,
}) => {
  const page = await visitor()
  const of = (slug: string): string[] =>
    ['categories', 'calendar', 'regulation', 'jury-and-ethics'].map((one) => `/${one}/${slug}`)
  expect(await faultsOf(page, ['', ...of(worst.crowded.slug), ...of(worst.empty.slug)])).toBe('')
  await page.goto(`/fr/categories/${worst.crowded.slug}`)
  await expect(page.locator('main .criteria')).toHaveCount(40)
})

test('an edition with a shared prize, and one in which no prize was given, say so and stand', async ({
  visitor,
}) => {
  const page = await visitor()
  const { shared, laureate, withheld } = worst
  const paths = ['/laureates', `/editions/${shared.slug}`, `/editions/${withheld.slug}`]
  expect(await faultsOf(page, [...paths, `/laureates/${laureate}`])).toBe('')
  await page.goto(`/fr/editions/${shared.slug}`)
  await expect(page.locator('main')).toContainText('Sans nom arabe')
  await expect(page.locator('main')).toContainText('Attribué ex æquo')
  await page.goto(`/fr/editions/${withheld.slug}`)
  await expect(page.locator('main').getByText('Prix non attribué').first()).toBeVisible()
})

test('five thousand nominations, and none, are lists and figures that stand', async ({ as }) => {
  const organiser = await as('Rachid El Khattabi')
  const pages = [worst.crowded, worst.empty].flatMap(({ id }) => [
    `/organiser/campaigns/${id}`,
    `/organiser/campaigns/${id}/nominations`,
    `/organiser/campaigns/${id}/setup`,
  ])
  expect(await faultsOf(organiser, ['/organiser', ...pages])).toBe('')
  await organiser.goto(`/fr/organiser/campaigns/${worst.crowded.id}/nominations`)
  await expect(organiser.locator('main')).toContainText('5\u202F000')
  const clerk = await as('Hanane Chraïbi')
  const queues = [worst.crowded, worst.empty].map(({ id }) => `/secretariat/campaigns/${id}/queue`)
  expect(await faultsOf(clerk, ['/secretariat', ...queues])).toBe('')
})
