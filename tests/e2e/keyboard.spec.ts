import { expect, test } from './support/browser.ts'

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
  await criteria.first().locator('textarea').focus()
  await page.keyboard.type('3 mots')
  await expect(criteria.first().locator('textarea')).toHaveValue('3 mots')
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
