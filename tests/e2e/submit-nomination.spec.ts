import { BOTH_WAYS } from './support/both-ways.ts'
import { expect, test } from './support/browser.ts'
import { fillDossier, joinPdf, startNomination } from './support/dossier.ts'

for (const { how, without, options } of BOTH_WAYS) {
  test(`an editor writes a dossier, the signatory sends it, and both find the receipt${how}`, async ({
    as,
  }) => {
    const editor = await as('Salma Idrissi', options)
    const dossier = await startNomination(
      editor,
      'e-demarche',
      without === '' ? {} : { body: 'Office sans script' },
    )
    await editor.goto(`${dossier}/check`)
    await expect(editor.getByText(/points empêchent encore l’envoi/)).toBeVisible()
    await editor.getByRole('button', { name: 'Demander le visa' }).click()
    await expect(editor.getByRole('alert').first()).toBeVisible()
    await expect(editor).toHaveURL(/\/check$/)

    await fillDossier(editor, dossier, 'Service d’essai du parcours')
    await joinPdf(editor, dossier, 'mesures-parcours.pdf')
    const file = editor.getByRole('link', { name: 'mesures-parcours.pdf' })
    const served = await editor.request.get((await file.getAttribute('href')) ?? '')
    expect(served.headers()['content-type']).toBe('application/pdf')
    expect(served.headers()['content-disposition']).toMatch(/^attachment/)
    expect((await served.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await editor.goto(`${dossier}/check`)
    await expect(editor.getByText('Le dossier est complet.', { exact: false })).toBeVisible()
    await editor.getByRole('button', { name: 'Demander le visa' }).click()
    await expect(editor.getByText('Seule une personne habilitée à signer')).toBeVisible()

    const signatory = await as('يوسف المنصوري', options)
    await signatory.goto(`${dossier}/visa`)
    await expect(signatory.getByText('mesures-parcours.pdf')).toBeVisible()
    await signatory.getByRole('button', { name: 'Viser et envoyer la candidature' }).click()
    await expect(signatory.getByRole('heading', { level: 1, name: 'Accusé de réception' })).toBeVisible()
    await expect(signatory.getByText('mesures-parcours.pdf')).toBeVisible()

    await editor.goto(`${dossier}/receipt`)
    const pdf = editor.getByRole('link', { name: /Télécharger l.accusé/ })
    const receipt = await editor.request.get((await pdf.getAttribute('href')) ?? '')
    expect(receipt.headers()['content-type']).toBe('application/pdf')
    expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await editor.goto(`${dossier}/sections/identity`)
    await expect(editor.locator('[name="title.fr"]')).toHaveCount(0)
  })
}

test('a file that is not what its name says is refused, and the form keeps what was typed', async ({
  as,
}) => {
  const page = await as('Salma Idrissi')
  await page.goto('/fr/applicant')
  await page.locator('tbody tr', { hasText: 'Brouillon' }).first().getByRole('link').first().click()
  await page.waitForURL(/\/nominations\//)
  await page.goto(page.url().replace(/\/sections\/.*/, '/evidence'))
  await page.locator('[name="title"]').fill('Une pièce déguisée')
  await page.locator('[name="claim"]').selectOption('results')
  await page.locator('[name="file"]').setInputFiles({
    name: 'mesures.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<svg onload="x()"/>'),
  })
  await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
  await expect(page.locator('#errors').or(page.getByRole('alert')).first()).toBeVisible()
  await expect(page.locator('[name="title"]')).toHaveValue('Une pièce déguisée')
  await expect(page.getByText('Une pièce déguisée')).toHaveCount(0)
})
