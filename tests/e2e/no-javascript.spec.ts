import { expect, test } from './support/browser.ts'

const bare = { javaScriptEnabled: false } as const

test('a section of the dossier is saved, and a wrong answer is named at its field', async ({ as }) => {
  const page = await as('Salma Idrissi', bare)
  await page.goto('/fr/applicant')
  await page.getByRole('row', { name: 'Brouillon' }).last().getByRole('link').first().click()
  await page.waitForURL(/\/sections\//)
  const section = page.url().replace(/sections\/.*/, 'sections/need')
  await page.goto(section)
  const problem = page.locator('[name="problem.fr"]')
  await problem.fill('Écrit sans aucun script.')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await page.goto(section)
  await expect(problem).toHaveValue('Écrit sans aucun script.')

  await page.goto(section.replace('need', 'identity'))
  const address = page.locator('[name="url"]')
  await address.fill('pas une adresse')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(address).toHaveValue('pas une adresse')
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Écrivez une adresse complète, avec https:// au début.')).toBeVisible()
  await address.fill('https://service.demo.imtiyaz.invalid/')
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(address).not.toHaveAttribute('aria-invalid', 'true')
})

test('a score is saved and asked to be sealed', async ({ as }) => {
  const page = await as('Driss Amrani', bare)
  await page.goto('/fr/jury')
  await page.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  // The last of them: others begin with the first, and a sheet that was begun and is blank is still to be marked.
  await page.getByRole('row', { name: 'À noter' }).last().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Commencer ma fiche' }).click()
  const first = page.locator('[data-criterion]').first()
  // Nothing could unfold a criterion: all of them are whole.
  await expect(page.locator('[data-criterion] textarea:visible')).toHaveCount(
    await page.locator('[data-criterion]').count(),
  )
  await first.locator('input[data-level="2"]').check()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText('Fiche enregistrée, non scellée.')).toBeVisible()
  await expect(first.locator('input[data-level="2"]')).toBeChecked()
  await page.getByRole('button', { name: 'Sceller ma fiche' }).click()
  await expect(page.getByText(/Il manque \d+ éléments/)).toBeVisible()
})

test('language and appearance are plain links and forms', async ({ visitor }) => {
  const page = await visitor(bare)
  await page.goto('/fr')
  await page.getByRole('link', { name: 'العربية' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page).toHaveURL(/\/ar$/)
  await page.locator('button[name="theme"][value="dark"]').first().click()
  await expect(page).toHaveURL(/\/ar/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/fr')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
