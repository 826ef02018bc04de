import { expect, test } from './support/browser.ts'
import { fillDossier, startNomination } from './support/dossier.ts'
import { BY_KEYBOARD, tabTo } from './support/keyboard.ts'
import { openSheet } from './support/screens.ts'

test('the first tab stop leads straight to the content', async ({ visitor }) => {
  const page = await visitor()
  for (const path of ['/fr', '/ar', '/fr/laureates', '/fr/account/sign-in']) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const skip = page.locator('a.skip').first()
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#content$/)
    await expect(page.locator('#content')).toBeInViewport()
  }
})

test('an open menu never covers what the keyboard goes on to, with and without script', async ({
  visitor,
  as,
}) => {
  const phone = await visitor({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await phone.goto('/fr')
  const work = await as('Rachid El Khattabi')
  await work.goto('/fr/organiser')
  for (const page of [phone, work]) {
    const menu = page.locator('header .menu:visible').last()
    await menu.locator('summary').press('Enter')
    const box = menu.locator('.menu__box')
    await expect(box).toBeVisible()
    await page.locator('main a').first().focus()
    await page.keyboard.press('Tab')
    await expect(box).toBeHidden()
    await menu.locator('summary').focus()
    await expect(box).toBeVisible()
  }
})

test('on a score sheet, the content begins with the way to its rubric', async ({ as }) => {
  const page = await as('Driss Amrani')
  await openSheet(page, 'fr')
  await page.locator('a.skip').first().press('Enter')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller à la grille' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#rubric') !== null)).toBe(true)
})

test('digits choose a level, J and K change the criterion, and a field with the focus keeps its digits', async ({
  as,
}) => {
  const page = await as('Meryem Tazi')
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.getByRole('row', { name: 'À noter' }).first().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Commencer ma fiche' }).click()
  const criteria = page.locator('[data-criterion]')
  const level = (at: number, digit: number) => criteria.nth(at).locator(`input[data-level="${digit}"]`)
  // The keys act once the page has its script.
  await expect(async () => {
    await page.keyboard.press('Digit4')
    await expect(level(0, 4)).toBeChecked({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('Digit2')
  await expect(level(1, 2)).toBeChecked()
  await expect(level(0, 4)).toBeChecked()
  await page.keyboard.press('KeyK')
  await page.keyboard.press('Digit1')
  await expect(level(0, 1)).toBeChecked()
  await criteria.first().locator('textarea[name^="comments."]').focus()
  await page.keyboard.type('3 mots')
  await expect(criteria.first().locator('textarea[name^="comments."]')).toHaveValue('3 mots')
  await expect(level(0, 1)).toBeChecked()
  await expect(page.locator('.saved')).toContainText(/Enregistré/)
})

test('a refused form puts the focus on its summary, whose links lead to the fields', async ({ as }) => {
  const page = await as('Salma Idrissi')
  await page.goto('/fr/applicant/start')
  await page.locator('[name="eligible"]').focus()
  await page.getByRole('button', { name: 'Commencer une candidature' }).press('Enter')
  const summary = page.locator('#errors')
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveAttribute('id', /^f-/)
})

test('a candidature is begun, refused with its summary, written, visaed and sent from the keyboard alone', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const { press } = BY_KEYBOARD
  const editor = await as('Salma Idrissi')
  const dossier = await startNomination(editor, 'e-contenu', { body: 'Office au clavier', hand: BY_KEYBOARD })
  await editor.goto(`${dossier}/check`)
  await press(editor, 'main form button[type="submit"]')
  await expect(editor.locator(':focus').getByRole('alert')).toBeVisible()

  await fillDossier(editor, dossier, 'Service déposé au clavier', BY_KEYBOARD)
  await editor.goto(`${dossier}/check`)
  await press(editor, 'main form button[type="submit"]')
  await expect(editor.getByText('Seule une personne habilitée à signer')).toBeVisible()

  const signatory = await as('يوسف المنصوري')
  await signatory.goto(`${dossier}/visa`)
  await press(signatory, 'main form button.btn--pri')
  await expect(signatory.getByRole('heading', { level: 1, name: 'Accusé de réception' })).toBeVisible()
})

test('a sheet is begun, scored and sealed from the keyboard alone', async ({ as }) => {
  const page = await as('Meryem Tazi')
  const { press } = BY_KEYBOARD
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').press('Enter')
  await page.waitForURL(/\/jury\/campaigns\//)
  await page.locator('tbody tr', { hasText: 'À noter' }).first().getByRole('link').first().press('Enter')
  await press(page, 'main form button[type="submit"]')
  await page.waitForURL(/\/jury\/sheets\/[0-9a-f-]{36}$/)
  const levels = page.locator('input[data-level="3"]')
  // The keys act once the page has its script.
  await expect(async () => {
    await page.keyboard.press('Digit3')
    await expect(levels.first()).toBeChecked({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
  for (let at = 1; at < (await levels.count()); at += 1) {
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('Digit3')
    await expect(levels.nth(at)).toBeChecked()
  }
  // A group of levels is one stop, and its arrows go through it.
  const first = page.locator('[data-criterion]').first()
  await tabTo(page, '[data-criterion] >> nth=0 >> input:checked')
  await page.keyboard.press('ArrowDown')
  await expect(first.locator('input[data-level="4"]')).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(first.locator('input[data-level="3"]')).toBeChecked()
  await press(page, 'button[name="intent"][value="seal"]')
  await page.waitForURL(/\/seal$/)
  await press(page, 'main form button.btn--pri')
  await expect(page.getByText('Fiche scellée').first()).toBeVisible()
})
