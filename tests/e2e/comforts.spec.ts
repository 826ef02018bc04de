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

/** Opens the first sheet of the juror that is sealed or begun. */
async function sheetOf(page: Page): Promise<void> {
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.locator('tbody a[href*="/jury/sheets/"]').first().click()
  await page.waitForURL(/\/jury\/sheets\//)
}

/** The link opens the reader once the page has its script; before, it is a download. */
async function openPdf(page: Page): Promise<void> {
  await expect(page.locator('.pane-sep')).toBeAttached()
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

test('shortcuts are set by a form without script, then hold on the sheet', async ({ as, browser }) => {
  const page = await as('Driss Amrani')
  await sheetOf(page)
  const address = page.url()
  const plain = await browser.newContext({
    baseURL: new URL(address).origin,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const form = await plain.newPage()
  await form.goto('/fr/account/shortcuts')
  await form.getByLabel('Utiliser les raccourcis').check()
  await form.getByLabel('Dossier suivant').selectOption({ label: 'X' })
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByText('Raccourcis enregistrés')).toBeVisible()

  await page.reload()
  const help = page.locator('.tot__foot details')
  await expect(help).toBeAttached()
  await page.keyboard.press('?')
  await expect(help).toHaveAttribute('open', '')
  await expect(help).toContainText('X Dossier suivant')
  const title = await page.locator('h1').innerText()
  await page.keyboard.press(']')
  await expect(page.locator('h1')).toHaveText(title)
  await page.keyboard.press('x')
  await expect(page.locator('h1')).not.toHaveText(title)

  await form.getByLabel('Utiliser les raccourcis').uncheck()
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await plain.close()
  await page.goto(address)
  await expect(help).toBeAttached()
  await page.keyboard.press('x')
  await page.keyboard.press('?')
  await expect(help).not.toHaveAttribute('open')
  expect(page.url()).toBe(address)
})

test('the office goes anywhere from the keyboard; nobody else has the palette', async ({ as }) => {
  const page = await as('Rachid El Khattabi')
  await page.goto('/fr/organiser')
  // A key that is pressed while React takes the page over can make it give up: the page has its script first.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  const palette = page.getByRole('dialog', { name: 'Aller à une page ou à un dossier' })
  const ask = palette.getByRole('combobox')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(ask).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(palette.getByRole('option', { name: /Tour de contrôle/ }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(palette.getByRole('button', { name: 'Fermer' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(ask).toBeFocused()
  await ask.fill('emt-2026-0013')
  const file = palette.getByRole('option', { name: /EMT-2026-0013/ }).first()
  await expect(file).toBeVisible()
  await expect(palette.getByRole('status')).toHaveText('1 résultat')
  await page.keyboard.press('Enter')
  await page.waitForURL(/nominations\?q=EMT-2026-0013/)
  await expect(palette).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await ask.fill('mandat')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  const applicant = await as('Salma Idrissi')
  await applicant.goto('/fr/applicant')
  await expect(applicant.locator('[data-palette]')).toHaveCount(0)
  expect((await applicant.request.get('/fr/account/find?q=a')).status()).toBe(403)
})

test('a file of figures that takes long says so and can be stopped; asked for again it is saved', async ({
  as,
}) => {
  const page = await as('Rachid El Khattabi')
  await page.goto('/fr/organiser')
  await page.locator('main a[href*="/organiser/campaigns/"]:not([href$="/new"])').first().click()
  const link = page.locator('a[download][href$="/received.csv"]')
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  let answers = true
  await page.route('**/received.csv', async (route) => {
    while (!answers) await new Promise((resolve) => setTimeout(resolve, 50))
    await route.continue().catch(() => undefined)
  })
  answers = false
  await link.click()
  const bar = page.locator('.flash')
  await expect(bar).toContainText('Fichier en cours de réception')
  await bar.getByRole('button', { name: 'Annuler' }).click()
  await expect(bar).toHaveCount(0)
  answers = true
  const saved = page.waitForEvent('download')
  await link.click()
  expect((await saved).suggestedFilename()).toBe('received.csv')
})

test('the pages of one’s own account have the palette and the bar of the last act, as the others', async ({
  as,
}) => {
  const page = await as('Rachid El Khattabi')
  await page.goto('/fr/account/profile')
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Aller à une page ou à un dossier' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.locator('main').getByRole('button', { name: 'Enregistrer' }).click()
  const bar = page.locator('.flash')
  await bar.getByRole('button', { name: 'Fermer' }).click()
  await expect(bar).toHaveCount(0)
})

test('a menu of the bar closes by Escape, by a click beside it and by the choice of a link, and gives the focus back', async ({
  as,
}) => {
  for (const [width, menu] of [
    [1440, 'Mon compte'],
    [390, 'Menu'],
  ] as const) {
    const page = await as('Rachid El Khattabi', { viewport: { width, height: 844 } })
    await page.goto('/fr/organiser')
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
    )
    const details = page.locator('.appbar details.menu', { has: page.locator('summary', { hasText: menu }) })
    const summary = details.locator('summary')
    await summary.click()
    await expect(details).toHaveAttribute('open', '')
    await page.keyboard.press('Tab')
    await expect(details.locator('a').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(details).not.toHaveAttribute('open')
    await expect(summary).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(details).toHaveAttribute('open', '')
    await page.locator('main h1').click()
    await expect(details).not.toHaveAttribute('open')

    await summary.click()
    await details.locator('a[data-soft]').last().click()
    await expect(details).not.toHaveAttribute('open')
  }
})
