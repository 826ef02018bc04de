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

test('the roll of laureates is a small file, and says the address of each source', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/fr/laureates')
  // Hatched cells were painted as pictures: the same seven pages had 23 MB.
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeLessThan(1_000_000)
  await page.goto('/fr/editions/2021')
  await page.emulateMedia({ media: 'print' })
  const sources = page.locator('main a[rel="external"]')
  expect(await sources.count()).toBeGreaterThan(0)
  for (const source of await sources.all()) {
    const href = await source.getAttribute('href')
    expect(await source.evaluate((one) => getComputedStyle(one, '::after').content)).toContain(href)
  }
})

test('a prize that was not given is named on one line with the others', async ({ visitor }) => {
  for (const language of ['fr', 'ar']) {
    const page = await visitor({ viewport: PAPER })
    await page.goto(`/${language}`)
    await page.emulateMedia({ media: 'print' })
    const ends = await page.locator('.laur li > :last-child').evaluateAll((all) =>
      all.map((one) => {
        const { width, top } = one.getBoundingClientRect()
        return { narrow: width < 60, below: top - (one.parentElement?.getBoundingClientRect().top ?? 0) > 40 }
      }),
    )
    expect(ends.length).toBeGreaterThan(3)
    for (const end of ends) expect(end).toEqual({ narrow: false, below: false })
  }
})

test('the figures of the complaints are printed as wide as the paper, and a table of acts without its buttons', async ({
  as,
}) => {
  const desk = await as('Hanane Chraïbi', { viewport: PAPER })
  await desk.goto('/fr/secretariat')
  const campaign = await desk.locator('main a[href*="/secretariat/campaigns/"]').first().getAttribute('href')
  await desk.goto(`${campaign?.replace(/\/[a-z]+$/, '')}/complaints`)
  await desk.emulateMedia({ media: 'print' })
  expect(await desk.locator('main table').count()).toBeGreaterThan(0)
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PAPER.width)
  const office = await as('Nabil Sefrioui')
  await office.goto(`/fr/admin/campaigns/${campaign?.split('/').at(-2)}/office`)
  const act = office.getByRole('columnheader', { name: 'Retirer le rôle' }).first()
  await expect(act).toBeVisible()
  await office.emulateMedia({ media: 'print' })
  await expect(act).toBeHidden()
})
