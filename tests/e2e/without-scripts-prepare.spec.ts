import { expect, test } from './support/browser.ts'

// The last of all: from here on two campaigns receive nominations.
test('an edition is prepared, adopted and opened, each form once, without any script', async ({ as }) => {
  test.setTimeout(120_000)
  const page = await as('Rachid El Khattabi', { javaScriptEnabled: false })
  const year = String(new Date().getUTCFullYear() + 2)
  const yesterday = new Date(Date.now() - 86_400_000)
  await page.goto('/fr/organiser/campaigns/new')
  await page.getByRole('button', { name: 'Préparer l’édition' }).click()
  await expect(page.locator('#errors')).toBeFocused()
  await page.locator('[name="year"]').fill(year)
  await page.locator('[name="slug"]').fill(`essai-sans-script-${year}`)
  await page.locator('[name="opensAt.day"]').fill(String(yesterday.getUTCDate()))
  await page.locator('[name="opensAt.month"]').fill(String(yesterday.getUTCMonth() + 1))
  await page.locator('[name="opensAt.year"]').fill(String(yesterday.getUTCFullYear()))
  await page.locator('[name="opensAt.time"]').fill('09:00')
  await page.getByRole('button', { name: 'Préparer l’édition' }).click()
  await expect(page.getByText('Édition préparée.')).toBeVisible()

  const setup = page.url()
  const forms = await page
    .locator('main a[href*="/setup/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(forms.length).toBeGreaterThan(10)
  const regulation = forms.find((path) => path.endsWith('/regulation')) ?? ''
  for (const path of [...forms.filter((one) => one !== regulation), `${regulation}/1`]) {
    await page.goto(path)
    const isFeast = path.endsWith('/holidays')
    if (isFeast) {
      await page.locator('[name="name.fr"]').fill('Pont')
      await page.locator('[name="name.ar"]').fill('عطلة إضافية')
      for (const [part, value] of [
        ['day', '12'],
        ['month', '3'],
        ['year', year],
      ] as const)
        await page.locator(`[name="first.${part}"]`).fill(value)
    }
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    const said = isFeast ? 'Le calendrier des jours fériés est à jour.' : 'Modification enregistrée.'
    await expect(page.getByText(said), path).toBeVisible()
  }

  await page.goto(setup)
  await page.getByRole('button', { name: 'Adopter le règlement' }).click()
  await expect(page.getByText('Règlement adopté.')).toBeVisible()
  await expect(page.getByText('Plus rien n’empêche l’ouverture.')).toBeVisible()
  await page.getByRole('link', { name: 'Ouvrir les candidatures' }).click()
  await page.getByRole('button', { name: 'Ouvrir les candidatures' }).click()
  await expect(page.getByText('Candidatures ouvertes. Le règlement est figé.')).toBeVisible()
})
