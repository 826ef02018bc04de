import { expect, test } from './support/browser.ts'
import { pagesPdf } from './support/pages-pdf.ts'

test('a file on its way says how far it is, can be stopped, and is then sent for good', async ({ as }) => {
  const page = await as('Salma Idrissi')
  const title = `Mesures ${Date.now()}`
  await page.goto('/fr/applicant')
  for (const file of await page
    .locator('main a[href*="/nominations/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))) {
    await page.goto(`${file}/evidence`)
    if ((await page.locator('input[type="file"]').count()) > 0) break
  }
  const form = page.locator('form', { has: page.locator('input[type="file"]') })
  const choose = (buffer: Buffer) =>
    form.locator('input[type="file"]').setInputFiles({
      name: 'mesures.pdf',
      mimeType: 'application/pdf',
      buffer,
    })
  const send = form.getByRole('button', { name: 'Envoyer le fichier' })
  const titled = page.locator('.up li', { hasText: title })
  await form.getByLabel('Intitulé').first().fill(title)
  await form.locator('select').selectOption({ index: 1 })
  await choose(Buffer.concat([pagesPdf([title]), Buffer.alloc(2_000_000, ' ')]))
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 200_000 }
  await network.send('Network.emulateNetworkConditions', slow)
  await send.click()
  await expect(form.getByRole('progressbar')).toBeVisible()
  await expect(form).toContainText(/\d+\s%, .+ sur 1,9\sMo/)
  await form.getByRole('button', { name: 'Annuler' }).click()
  await expect(form.getByRole('status')).toHaveText('Envoi annulé : rien n’a été gardé.')
  await expect(titled).toHaveCount(0)

  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
  await choose(pagesPdf([title]))
  await send.click()
  await expect(form.getByRole('status')).toHaveText('Pièce reçue.')
  await expect(titled).toHaveCount(1)
  await titled.getByRole('link', { name: 'Retirer' }).click()
  await page.getByRole('button', { name: 'Retirer' }).click()
  await expect(titled).toHaveCount(0)
})
