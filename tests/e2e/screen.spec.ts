import { expect, test } from './support/browser.ts'

test('one clerk proposes, only another one decides, and the applicant reads it', async ({ as }) => {
  const first = await as('Hanane Chraïbi')
  await first.goto('/fr/secretariat')
  await first.getByRole('link', { name: /Prix à vérifier/ }).click()
  await first.locator('tbody tr').first().getByRole('link').click()
  await first.waitForURL(/\/secretariat\/nominations\//)
  const file = new URL(first.url()).pathname
  await expect(first.getByRole('button', { name: 'Enregistrer les vérifications' })).toBeVisible()
  for (const box of await first.locator('input[type="radio"][value="compliant"]').all()) await box.check()
  await first.getByRole('button', { name: 'Enregistrer les vérifications' }).click()
  await expect(first.getByText('Vérifications enregistrées.')).toBeVisible()
  await first.getByRole('link', { name: 'Proposer une décision' }).click()
  await first.locator('[name="outcome"][value="admissible"]').check()
  await first.getByRole('button', { name: 'Proposer une décision' }).click()
  await expect(first.getByText('Proposition enregistrée.')).toBeVisible()

  await first.goto(`${file}/decision`)
  await expect(first.getByText('Une autre personne du secrétariat doit valider')).toBeVisible()
  await expect(first.getByRole('button', { name: 'Valider la décision' })).toHaveCount(0)

  const second = await as('Omar Lahlou')
  await second.goto(`${file}/decision`)
  await second.getByRole('button', { name: 'Valider la décision' }).click()
  await expect(second.getByText('Décision validée.')).toBeVisible()
  await expect(second.getByText('Décision : recevable.')).toBeVisible()
})
