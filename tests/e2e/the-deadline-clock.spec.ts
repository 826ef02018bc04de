import { expect, test } from './support/browser.ts'
import { atInstant } from './support/clock.ts'
import { fillDossier, startNomination } from './support/dossier.ts'

test('the database clock decides: at the deadline itself a visa that was possible before is refused', async ({
  as,
}) => {
  const editor = await as('Salma Idrissi')
  const dossier = await startNomination(editor, 'e-contenu')
  const closing = await editor.locator('time[datetime]').first().getAttribute('datetime')
  const closesAt = Date.parse(closing ?? '')
  expect(closesAt).toBeGreaterThan(Date.now())
  await fillDossier(editor, dossier, 'Service arrivé trop tard')
  await editor.goto(`${dossier}/check`)
  await editor.getByRole('button', { name: 'Demander le visa' }).click()

  const signatory = await as('يوسف المنصوري')
  await signatory.goto(`${dossier}/visa`)
  const send = signatory.getByRole('button', { name: 'Viser et envoyer la candidature' })
  await expect(send).toBeVisible()
  // Only the database's clock moves; the browser and the web process keep theirs.
  await atInstant(closesAt, async () => {
    await send.click()
    await expect(signatory.getByRole('alert').first()).toBeVisible()
    expect(signatory.url()).toContain('/visa')
  })
  await signatory.goto(`${dossier}/receipt`)
  await expect(signatory.getByRole('heading', { name: 'Accusé de réception' })).toHaveCount(0)
})
