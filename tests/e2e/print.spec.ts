import { expect, test } from './support/browser.ts'

/** A4 between its margins, in CSS pixels. */
const PAPER = { width: 680, height: 960 }

test('a score sheet is printed whole, in one column, in ink on paper, from a dark screen', async ({ as }) => {
  const page = await as('Meryem Tazi', { colorScheme: 'dark', viewport: { width: 1440, height: 900 } })
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.locator('tbody tr', { hasText: 'Fiche scellée' }).first().getByRole('link').first().click()
  await page.waitForURL(/\/jury\/sheets\//)
  await expect(page.locator('.pane-sep')).toBeAttached()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize(PAPER)
  for (const hidden of ['.appbar__nav', '.rail', '.tabs', '.pane-sep', '.tot__foot'])
    for (const one of await page.locator(hidden).all()) await expect(one).toBeHidden()
  const dossier = await page.locator('.doc').boundingBox()
  const rubric = await page.locator('.split__body').boundingBox()
  const total = await page.locator('.tot').boundingBox()
  if (!dossier || !rubric || !total) throw new Error('something is not printed')
  expect(rubric.y).toBeGreaterThanOrEqual(dossier.y + dossier.height)
  expect(total.y).toBeGreaterThanOrEqual(rubric.y + rubric.height)
  const body = page.locator('.split__body')
  expect(await body.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1)
  await expect(page.locator('html')).toHaveCSS('color', 'rgb(0, 0, 0)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width)
})

test('the receipt of a sheet prints its proof to the last sign', async ({ as }) => {
  const page = await as('Meryem Tazi', { colorScheme: 'dark' })
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.locator('tbody tr', { hasText: 'Fiche scellée' }).first().getByRole('link').first().click()
  await page.getByRole('link', { name: 'Reçu de la fiche scellée' }).click()
  await page.waitForURL(/\/receipt$/)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize(PAPER)
  // Paper cannot be opened: the path of the proof is there without a click.
  await expect(page.locator('main details.fold:not([open]) > :not(summary)').first()).toBeVisible()
  for (const code of await page.locator('pre').all()) {
    await expect(code).toHaveCSS('color', 'rgb(0, 0, 0)')
    expect(await code.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  }
})

test('the map of the sheets is printed without colours: each state is told by its lightness, its pattern or its edge', async ({
  as,
}) => {
  const page = await as('رئيسة لجنة')
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').first().click()
  await page.waitForURL(/\/jury\/campaigns\//)
  await page.locator('main a[href$="/progress"], nav a[href$="/progress"]').first().click()
  await page.waitForURL(/\/progress$/)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize(PAPER)
  const looks = await page.locator('.heat-key .swatch').evaluateAll((all) =>
    all.map((one) => {
      const style = getComputedStyle(one)
      const [red = 0, green = 0, blue = 0, alpha = 1] = [...style.backgroundColor.matchAll(/[\d.]+/g)].map(
        Number,
      )
      // As a printer of one ink makes of it: the lightness alone, on white paper.
      const light = alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
      return {
        inked: style.printColorAdjust,
        look: [
          Math.round(light * 6),
          style.backgroundImage === 'none' ? 'plain' : 'hatched',
          // The colour of an edge is lost, its width is not.
          style.outlineStyle === 'none' ? '' : style.outlineWidth,
          style.borderTopStyle === 'none' ? '' : style.borderTopWidth,
          (style.boxShadow.match(/\dpx/g) ?? []).join(),
        ].join(' '),
      }
    }),
  )
  expect(looks.length).toBe(5)
  expect(looks.map(({ inked }) => inked)).toEqual(looks.map(() => 'exact'))
  expect(new Set(looks.map(({ look }) => look)).size, JSON.stringify(looks)).toBe(looks.length)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width)
})

test('a list that becomes blocks on a phone is a table on paper, with its heads, and no wider', async ({
  visitor,
}) => {
  const page = await visitor({ viewport: PAPER })
  await page.goto('/fr/calendar')
  const row = page.locator('tbody tr').first()
  await expect(row).toHaveCSS('display', 'block')
  await page.emulateMedia({ media: 'print' })
  await expect(row).toHaveCSS('display', 'table-row')
  await expect(page.getByRole('columnheader', { name: 'Date et heure' })).toBeVisible()
  for (const name of await row.locator('.cell-name').all()) await expect(name).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width)
})
