import { expect, test } from './support/browser.ts'

test('a newcomer makes an account, is mandated by the secretariat, and may apply', async ({
  visitor,
  as,
}) => {
  const mark = Date.now().toString(36)
  const email = `nouvelle.${mark}@administration.ma`
  const password = 'un parcours entier dans un navigateur'
  const page = await visitor()
  await page.goto('/fr/account/register')
  await page.locator('[name="name"]').fill('Nouvelle Venue')
  await page.locator('[name="email"]').fill(email)
  await page.locator('[name="password"]').fill(password)
  await page
    .locator('form')
    .filter({ has: page.locator('[name="password"]') })
    .getByRole('button')
    .click()
  await page.waitForURL('**/account/mail-sent')

  // The worker delivers into the demonstration's mailbox.
  const letter = page.locator('tr', { hasText: email }).first()
  await expect(async () => {
    await page.goto('/fr/account/mailbox')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.getByRole('link').first().click()
  await page.locator('a[href*="/account/verify-email?token="]').first().click()
  await page.locator('[name="password"]').fill(password)
  await page
    .locator('form')
    .filter({ has: page.locator('[name="password"]') })
    .getByRole('button')
    .click()
  await page.waitForURL('**/fr/account')

  await page.getByRole('link', { name: 'Mes mandats' }).click()
  await page.locator('[name="q"]').fill('zzz introuvable')
  await page.getByRole('button', { name: 'Chercher' }).click()
  await page.getByRole('link', { name: 'Demander une inscription' }).click()
  const name = `Agence d’essai ${mark}`
  await page.locator('[name="name.fr"]').fill(name)
  await page.locator('[name="type"]').selectOption('agency')
  await page.locator('[name="role"][value="signatory"]').check()
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.locator('#errors').getByRole('link')).toHaveCount(1)
  await expect(page.locator('[name="name.fr"]')).toHaveValue(name)
  await page.locator('[name="name.ar"]').fill(`وكالة تجريبية ${mark}`)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(page.getByText('administration à inscrire')).toBeVisible()

  const clerk = await as('Hanane Chraïbi')
  await clerk.goto('/fr/organiser/registrations')
  await clerk.getByRole('row', { name: name }).getByRole('button', { name: 'Inscrire' }).click()
  await clerk.getByRole('row', { name: email }).getByRole('button', { name: 'Accorder' }).click()
  await expect(clerk.getByRole('row', { name: email })).toHaveCount(0)

  await page.goto('/fr/account/mandates')
  await expect(page.getByRole('row', { name })).toContainText('Accordé')
  await page.goto('/fr/applicant')
  await page.getByRole('link', { name: 'Commencer une candidature' }).first().click()
  await expect(page.getByText(name)).toBeVisible()
})
