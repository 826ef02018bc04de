import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { pagesPdf } from './support/pages-pdf.ts'

/** Opens a sealed or begun sheet whose dossier brings a PDF. */
async function sheetWithPdf(page: Page, language: string): Promise<void> {
  await page.goto(`/${language}/jury`)
  const campaigns = await page.locator('tbody a[href*="/jury/campaigns/"]').evaluateAll(hrefs)
  for (const campaign of new Set(campaigns)) {
    await page.goto(campaign)
    for (const file of new Set(await page.locator('tbody a[href*="/jury/sheets/"]').evaluateAll(hrefs))) {
      await page.goto(file)
      if ((await page.locator('a[data-pdf]').count()) > 0) return
    }
  }
  throw new Error('no sheet of this juror has a PDF')
}
const hrefs = (links: Element[]): string[] => links.map((link) => (link as HTMLAnchorElement).pathname)

/** The link opens the reader once the page has its script; before, it is a download. */
async function openPdf(page: Page): Promise<void> {
  await expect(page.locator('.split__sep')).toBeAttached()
  await page.locator('a[data-pdf]').first().click()
}

test('a file of the dossier is read beside the rubric: pages, words, search, thumbnails, keys', async ({
  as,
}) => {
  const page = await as('Meryem Tazi', { viewport: { width: 1440, height: 900 } })
  await sheetWithPdf(page, 'fr')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  const pdf = pagesPdf(['Usages en 2025', 'Raccordement', 'Annexe'])
  await page.route('**/resources/file/**', (route) =>
    route.fulfill({ contentType: 'application/pdf', body: pdf }),
  )
  const link = page.locator('a[data-pdf]').first()
  await expect(link).toHaveAttribute('download', '')
  await openPdf(page)
  const reader = page.locator('.doc > .pdf')
  const words = reader.locator('.pdf__text')
  await expect(words).toHaveText('Usages en 2025')
  await expect(reader.getByRole('button', { name: 'Aller à la page 3' })).toBeVisible()
  await expect(reader.locator('.pdf__stage')).toBeFocused()

  await page.keyboard.press('ArrowRight')
  await expect(words).toHaveText('Raccordement')
  await words.locator('span').first().selectText()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Raccordement')

  await reader.getByRole('button', { name: 'Rechercher dans le document' }).click()
  await reader.getByRole('searchbox').fill('ANNEXÉ')
  await page.keyboard.press('Enter')
  await expect(words.locator('.pdf__found')).toHaveText('Annexe')

  await reader.getByRole('button', { name: 'Aller à la page 1' }).click()
  await expect(words).toHaveText('Usages en 2025')
  await page.keyboard.press('Escape')
  await expect(reader).toHaveCount(0)
  await expect(link).toBeFocused()
  expect(new Set(asked)).toEqual(new Set([new URL(page.url()).origin]))
})

test('in Arabic the left arrow goes on; one page is drawn on a phone; a refused file offers the download', async ({
  as,
}) => {
  const page = await as('Meryem Tazi', { language: 'ar', viewport: { width: 390, height: 844 } })
  await sheetWithPdf(page, 'ar')
  const pdf = pagesPdf(['one', 'two'])
  await page.route('**/resources/file/**', (route) =>
    route.fulfill({ contentType: 'application/pdf', body: pdf }),
  )
  await openPdf(page)
  const words = page.locator('.pdf__text')
  await expect(words).toHaveText('one')
  await expect(page.locator('.pdf canvas')).toHaveCount(1)
  await page.keyboard.press('ArrowLeft')
  await expect(words).toHaveText('two')
  await page.keyboard.press('Escape')
  await page.unroute('**/resources/file/**')
  await page.route('**/resources/file/**', (route) => route.fulfill({ status: 404, body: '' }))
  await page.locator('a[data-pdf]').first().click()
  await expect(page.locator('.pdf [role="alert"]')).toBeVisible()
  await expect(page.locator('.pdf [role="alert"] a[download]')).toBeVisible()
})
