import { expect, test } from './support/browser.ts'

const WORDS = 'Passages repris d’un autre service, relevés pendant l’essai.'
const WITHOUT = { javaScriptEnabled: false }

// Beside the one that the demonstration leaves open; taken back at the end, so that nobody else meets another suspended file.
test('a juror raises a flag from the score sheet, the tower counts it, and the juror takes it back', async ({
  as,
}) => {
  const juror = await as('Anas Berrada', WITHOUT)
  await juror.goto('/fr/jury')
  await juror.getByRole('row', { name: 'Évaluation' }).getByRole('link').click()
  await juror.locator('tbody tr', { hasText: 'Fiche scellée' }).first().getByRole('link').first().click()
  await juror.getByRole('link', { name: 'Émettre une réserve' }).click()

  // Without a ground it is refused; the reasons that were typed are still there.
  await juror.locator('[name="text"]').fill(WORDS)
  await juror.getByRole('button', { name: 'Émettre la réserve' }).click()
  await expect(juror.locator('#errors')).toBeVisible()
  await expect(juror.locator('[name="text"]')).toHaveValue(WORDS)
  await juror.locator('[name="ground"][value="plagiarism"]').check()
  await juror.getByRole('button', { name: 'Émettre la réserve' }).click()
  await expect(juror.getByText('Vous avez émis une réserve', { exact: false })).toBeVisible()
  await expect(juror.getByText(WORDS)).toBeVisible()
  // The sheet now leads to this flag, and no longer offers to raise one.
  await juror.getByRole('link', { name: 'Revenir au dossier' }).click()
  await expect(juror.getByRole('link', { name: 'Émettre une réserve' })).toHaveCount(0)
  await juror.getByRole('link', { name: 'Consulter votre réserve, qui suspend cette candidature' }).click()

  const organiser = await as('Rachid El Khattabi', WITHOUT)
  await organiser.goto('/fr/organiser')
  await organiser.getByRole('row', { name: 'Évaluation' }).getByRole('link').first().click()
  const tower = organiser.url()
  await expect(organiser.getByText('2 réserves ouvertes')).toBeVisible()
  await organiser.getByRole('link', { name: 'Réserves sur les dossiers' }).click()
  await expect(organiser.getByText(WORDS)).toBeVisible()
  await expect(organiser.getByText('Anas Berrada')).toHaveCount(0)

  await juror.getByRole('button', { name: 'Retirer la réserve' }).click()
  await expect(juror.getByText('Vous avez retiré votre réserve')).toBeVisible()
  await organiser.goto(tower)
  await expect(organiser.getByText('1 réserve ouverte')).toBeVisible()
})
