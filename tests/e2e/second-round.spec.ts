import type { Page } from '@playwright/test'
import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'

const EDITION = /services numériques des universités/
const UUID = /\/campaigns\/([0-9a-f-]{36})/

/** The second round of the demonstration, of which one file of two lacks a reader: its id, by the list of one's own editions. */
async function itsEdition(page: Page, list: string): Promise<string> {
  await page.goto(list)
  await page.getByRole('row', { name: EDITION }).getByRole('link').first().click()
  await page.waitForURL(UUID)
  return UUID.exec(page.url())?.[1] ?? ''
}

for (const { how, options } of BOTH_WAYS) {
  test(`the chair sends a file short of sheets to the plenary and takes it back${how}`, async ({ as }) => {
    const chair = await as('رئيسة لجنة', options)
    const id = await itsEdition(chair, '/fr/jury')
    await chair.goto(`/fr/jury/campaigns/${id}/progress`)
    const short = chair.locator('#short').getByRole('row').filter({ hasText: 'À décider' })
    await short.getByRole('link').first().click()
    await chair.waitForURL(/\/plenary$/)
    await chair.locator('[name="reason"][value="readers-recused"]').check()
    await chair.locator('[name="text.fr"]').fill('Deux lecteurs restent.')
    await chair.getByRole('button', { name: 'Renvoyer à la plénière' }).click()
    await expect(chair.getByRole('alert').first()).toBeVisible()
    await expect(chair.locator('[name="text.fr"]')).toHaveValue('Deux lecteurs restent.')
    await chair.locator('[name="text.ar"]').fill('بقي قارئان.')
    await chair.getByRole('button', { name: 'Renvoyer à la plénière' }).click()
    await expect(chair.getByText('Dossier renvoyé à la séance plénière.')).toBeVisible()
    await expect(chair.getByText('Trop de lecteurs se sont récusés')).toBeVisible()
    await chair.getByRole('button', { name: 'Retirer le renvoi' }).click()
    await expect(chair.getByText('Renvoi retiré.')).toBeVisible()
    await expect(chair.getByRole('button', { name: 'Renvoyer à la plénière' })).toBeVisible()
  })

  test(`readers of the second round change, and the letters of the edition wait for a word${how}`, async ({
    as,
  }) => {
    const organiser = await as('Rachid El Khattabi', options)
    const id = await itsEdition(organiser, '/fr/organiser')
    const tower = `/fr/organiser/campaigns/${id}`
    await organiser.goto(`${tower}/outbox`)
    await organiser.getByRole('button', { name: 'Retenir les courriers de l’édition' }).click()
    // The page that answers, before the next is asked for: that would stop the form on its way.
    await expect(organiser.getByText('Les courriers de l’édition sont retenus.').first()).toBeVisible()
    await organiser.goto(tower)
    await expect(organiser.getByText('Les courriers de l’édition sont retenus.').first()).toBeVisible()

    const clerk = await as('Hanane Chraïbi', options)
    const assignment = `/fr/jury/campaigns/${id}/assignment`
    await clerk.goto(assignment)
    const files = clerk.getByRole('table', { name: 'Par dossier' }).locator('tbody tr')
    const short = files.filter({ has: clerk.getByRole('cell', { name: '1', exact: true }) })
    const reference = (await short.locator('.code').first().innerText()).trim()
    await short.getByRole('link', { name: /Pourquoi/ }).click()
    await clerk.waitForURL(/\/assignment\/[0-9a-f-]{36}$/)
    // Who is recused from the file has no button here; the list that was left has buttons of the same name.
    await clerk
      .getByRole('table', { name: 'Qui ne le lit pas' })
      .getByRole('button', { name: /Ajouter/ })
      .click()
    await expect(clerk.getByText('Lecteur ajouté.')).toBeVisible()
    await clerk.goto(assignment)
    const removing = files.filter({ hasText: reference }).getByRole('button', { name: /Retirer/ })
    await removing.last().click()
    await expect(clerk.getByText('Lecteur retiré.')).toBeVisible()
    await files
      .filter({ hasNotText: reference })
      .getByRole('link', { name: /Pourquoi/ })
      .click()
    const readers = clerk.getByRole('table', { name: 'Qui lit ce dossier' })
    await readers
      .getByRole('button', { name: /Remplacer/ })
      .first()
      .click()
    await expect(clerk.getByText('Lecteur remplacé.')).toBeVisible()

    await organiser.goto(`${tower}/outbox`)
    const waits = organiser.locator('tbody tr').filter({ hasText: 'Retenu avec l’édition' })
    const letter = waits.first()
    await letter.getByRole('button', { name: /Retenir/ }).click()
    await expect(organiser.getByText('Courrier retenu.')).toBeVisible()
    await organiser.getByRole('button', { name: 'Laisser partir les courriers' }).click()
    await expect(organiser.getByText('Les courriers de l’édition ne sont plus retenus.')).toBeVisible()
    await expect(waits).toHaveCount(0)
    await organiser.getByRole('link', { name: /^Retenus/ }).click()
    await organiser.getByRole('button', { name: /Libérer/ }).click()
    await expect(organiser.getByText('Courrier libéré', { exact: false })).toBeVisible()
    await expect(async () => {
      await organiser.goto(`${tower}/outbox?state=pending`)
      await expect(organiser.getByText('Aucun courrier.')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  })
}
