import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'

for (const { how, options } of BOTH_WAYS) {
  test(`one clerk proposes, only another one decides, and the applicant reads it${how}`, async ({ as }) => {
    const first = await as('Hanane Chraïbi', options)
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

    const second = await as('Omar Lahlou', options)
    await second.goto(`${file}/decision`)
    await second.getByRole('button', { name: 'Valider la décision' }).click()
    await expect(second.getByText('Décision validée.')).toBeVisible()
    await expect(second.getByText('Décision : recevable.')).toBeVisible()
  })
}

for (const [how, name, options] of [
  ['', 'Karim Benjelloun', {}],
  [', without any script', 'نادية الفاسي', { javaScriptEnabled: false }],
] as const) {
  test(`a juror declares no interest in each file${how}`, async ({ as }) => {
    const page = await as(name, options)
    await page.goto('/fr/jury')
    await page.getByRole('row', { name: 'Prix à vérifier' }).getByRole('link').first().click()
    await page.getByRole('link', { name: 'Déontologie' }).first().click()
    const none = page.locator('main input[type="radio"][value="none"]')
    await expect(none.first()).toBeVisible()
    for (const choice of await none.all()) await choice.check()
    await page.getByRole('button', { name: 'Enregistrer mes déclarations' }).click()
    await expect(page.getByText('Déclarations enregistrées.').first()).toBeVisible()
  })
}
