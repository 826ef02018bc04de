import { type Page } from '@playwright/test'
import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'

/** Opens a file of the juror whose sheet is not begun, and begins it. */
async function beginSheet(page: Page): Promise<string> {
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.waitForURL(/\/jury\/campaigns\//)
  await page.locator('tbody tr', { hasText: 'À noter' }).first().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Commencer ma fiche' }).click()
  await page.waitForURL(/\/jury\/sheets\/[0-9a-f-]{36}$/)
  return page.url()
}
const fillSheet = async (page: Page): Promise<void> => {
  for (const criterion of await page.locator('[data-criterion]').all()) {
    await criterion.locator('input[data-level="3"]').check()
    await criterion.locator('textarea[name^="comments."]').fill('Motif écrit pendant l’essai.')
  }
}

/** What is selected in the dossier is pinned to the criterion that is open, marked in its place, and kept. */
async function pinned(page: Page, sheet: string): Promise<void> {
  const open = page.locator('.crit--open')
  await open.locator('[data-pin]').waitFor()
  await page.locator('#answers > section#need p').first().selectText()
  await page.keyboard.press('p')
  await expect(open.locator('.pins__said')).toContainText('Élément épinglé')
  await expect(open.locator('a.pin')).toHaveCount(1)
  const passage = page.locator('mark.pinned').first()
  await expect(passage).toBeVisible()
  await expect(page.locator('.saved')).toContainText(/Enregistré/)

  await page.goto(sheet)
  const field = page.locator('.pins:has(a.pin)')
  await expect(field.locator('a.pin')).toContainText('§ 3')
  await page.locator('[data-criterion]:has(a.pin) .crit__name a').click()
  await expect(passage).toBeVisible()
  await field.locator('summary').click()
  await field.locator('textarea').fill('P99: 1')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.locator('.err-summary')).toContainText('ne désigne rien de ce dossier')
  await expect(page.locator('.pins__hand[open] textarea')).toHaveValue('P99: 1')
}

test('a draft saves itself, says so, and is still there', async ({ as }) => {
  const page = await as('Anas Berrada')
  const sheet = await beginSheet(page)
  const first = page.locator('[data-criterion]').first()
  await first.locator('input[data-level="4"]').check()
  await first.locator('textarea[name^="comments."]').fill('Gardé sans rien presser.')
  await expect(page.locator('.saved')).toContainText(/Enregistré/)
  await page.goto(sheet)
  await expect(first.locator('input[data-level="4"]')).toBeChecked()
  await expect(first.locator('textarea[name^="comments."]')).toHaveValue('Gardé sans rien presser.')
  await pinned(page, sheet)
})

test('one criterion is read whole, the others are squares until a level is chosen in them', async ({
  as,
}) => {
  const page = await as('Anas Berrada')
  await beginSheet(page)
  const criteria = page.locator('[data-criterion]')
  const comment = (at: number) => criteria.nth(at).locator('textarea[name^="comments."]')
  const square = (at: number) => criteria.nth(at).locator('.levels__row').first().boundingBox()
  await expect(comment(0)).toBeVisible()
  await expect(comment(2)).toBeHidden()
  expect(await square(2)).toMatchObject({ width: 28, height: 28 })

  await criteria.nth(2).locator('input[data-level="2"]').check()
  await expect(comment(2)).toBeVisible()
  await expect(comment(0)).toBeHidden()
  expect(await square(0)).toMatchObject({ width: 28, height: 28 })

  await criteria.nth(0).locator('.crit__name a').click()
  await expect(comment(0)).toBeVisible()
  await expect(comment(2)).toBeHidden()
  await expect(page.locator('.saved')).toContainText(/Enregistré/)
})

test('an ended session keeps every word on the device', async ({ as }) => {
  const page = await as('Anas Berrada')
  const sheet = await beginSheet(page)
  await page.context().clearCookies()
  const text = page.locator('[data-criterion]').first().locator('textarea[name^="comments."]')
  await text.fill('Écrit après la fin de la session.')
  await expect(page.locator('.saved')).toContainText('Votre session est terminée')
  await expect(text).toHaveValue('Écrit après la fin de la session.')

  await page.goto('/fr/account/demonstration')
  await page.locator('.people-list li', { hasText: 'Anas Berrada' }).getByRole('button').click()
  await page.waitForURL('**/fr/account')
  await page.goto(sheet)
  await expect(page.getByText('Des réponses gardées sur cet appareil')).toBeVisible()
  await expect(text).toHaveValue('Écrit après la fin de la session.')
})

for (const { how, options } of BOTH_WAYS) {
  test(`a whole sheet is sealed once, and its receipt stays${how}`, async ({ as }) => {
    const page = await as('سلوى الريفي', options)
    const sheet = await beginSheet(page)
    await page.getByRole('button', { name: 'Sceller ma fiche' }).click()
    await page.waitForURL(/\/seal$/)
    await expect(page.getByText(/Il manque \d+ éléments/)).toBeVisible()

    await page.goto(sheet)
    await fillSheet(page)
    await page.getByRole('button', { name: 'Sceller ma fiche' }).click()
    await page.waitForURL(/\/seal$/)
    await page.getByRole('button', { name: 'Sceller ma fiche' }).click()
    await page.waitForURL(sheet)
    await expect(page.getByText('Fiche scellée').first()).toBeVisible()
    await expect(page.getByText(/\b[0-9a-f]{64}\b/).first()).toBeVisible()
    await expect(page.locator('input[data-level]')).toHaveCount(0)
  })
}

test('a file from which one is recused is not there', async ({ as }) => {
  const page = await as('Zineb Alaoui')
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await page.waitForURL(/\/jury\/campaigns\//)
  await expect(page.getByText(/masqué/).first()).toBeVisible()
})
