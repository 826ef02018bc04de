import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'

/** The page of a dossier that still takes files. */
async function openEvidence(page: Page): Promise<void> {
  await page.goto('/fr/applicant')
  for (const file of await page
    .locator('main a[href*="/nominations/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))) {
    await page.goto(`${file}/evidence`)
    if ((await page.locator('input[type="file"]').count()) > 0) return
  }
}

/** A table of so many lines of eleven bytes, never twice the same. */
const table = (title: string, lines: number): Buffer =>
  Buffer.from(`mois;demandes\n${title};1\n${'2025-01;12\n'.repeat(lines)}`)

/** A line of so many bytes a second. */
async function lineOf(page: Page) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  return (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: uploadThroughput === 0,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput,
    })
}

function formOf(page: Page, title: string) {
  const form = page.locator('form', { has: page.locator('input[type="file"]') })
  return {
    form,
    press: (name: string) => form.getByRole('button', { name }).click(),
    status: form.getByRole('status'),
    titled: page.locator('.up li', { hasText: title }),
    choose: (buffer: Buffer) =>
      form.locator('input[type="file"]').setInputFiles({ name: 'mesures.csv', mimeType: 'text/csv', buffer }),
    describe: async () => {
      await form.getByLabel('Intitulé').first().fill(title)
      await form.locator('select').selectOption({ index: 1 })
    },
  }
}

test('a file on its way is suspended, goes on after a dropped line and a reload, and arrives once', async ({
  as,
}) => {
  const page = await as('Salma Idrissi')
  const title = `Mesures ${Date.now()}`
  const { form, press, status, titled, choose, describe } = formOf(page, title)
  await openEvidence(page)
  const slow = await lineOf(page)
  const file = table(title, 180_000)
  await describe()
  await choose(file)
  await slow(300_000)
  await press('Envoyer le fichier')
  await expect(form).toContainText(/[1-9]\d?\s%, .+ sur 1,9\sMo/)
  await press('Suspendre')
  await expect(status).toHaveText(/^Envoi suspendu/)
  await press('Reprendre')
  await expect(status).toHaveText('Envoi du fichier en cours')
  await slow(0)
  await expect(status).toHaveText(/^Connexion perdue/)
  // What is on its way when the page goes is lost with it: at least one part must have arrived whole.
  const part = page.waitForResponse(
    (answer) => answer.ok() && /\/resources\/upload\/[^/]+\/[^/]+\/\d+$/.test(answer.url()),
  )
  await slow(300_000)
  await expect(status).toHaveText('Envoi du fichier en cours')
  await part

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(titled).toContainText(/[1-9]\d?\s%, .+ sur 1,9\sMo/)
  await expect(titled.getByRole('button', { name: /^Abandonner l’envoi/ })).toBeVisible()
  await slow(-1)
  const announced = page.waitForResponse((answer) => /\/resources\/upload\/[^/]+$/.test(answer.url()))
  await choose(file)
  await expect(form.getByLabel('Intitulé').first()).toHaveValue(title)
  await press('Envoyer le fichier')
  expect(((await (await announced).json()) as { received: number }).received).toBeGreaterThan(0)
  await expect(status).toHaveText('Pièce reçue.')
  await expect(titled).toHaveCount(1)
  await titled.getByRole('link', { name: 'Retirer' }).click()
  await page.getByRole('button', { name: 'Retirer' }).click()
  await expect(titled).toHaveCount(0)
})

test('a file given up while it is only announced leaves nothing either', async ({ as }) => {
  const page = await as('Salma Idrissi')
  const title = `Annonce ${Date.now()}`
  const { press, status, titled, choose, describe } = formOf(page, title)
  await openEvidence(page)
  await describe()
  await choose(table(title, 1000))
  const { promise: pressed, resolve: isPressed } = Promise.withResolvers<undefined>()
  await page.route(/\/resources\/upload\/[0-9a-f-]+$/, async (route) => {
    const answer = await route.fetch()
    await pressed
    await route.fulfill({ response: answer })
  })
  const announced = page.waitForRequest(/\/resources\/upload\/[0-9a-f-]+$/)
  await press('Envoyer le fichier')
  await announced
  await press('Annuler')
  isPressed(undefined)
  await expect(status).toHaveText('Envoi annulé : rien n’a été gardé.')
  await page.reload()
  await expect(titled).toHaveCount(0)
})

test('a file given up leaves nothing, and one without script goes whole', async ({ as, browser }) => {
  const page = await as('Salma Idrissi')
  const title = `Relevés ${Date.now()}`
  const { form, press, status, titled, choose, describe } = formOf(page, title)
  await openEvidence(page)
  const slow = await lineOf(page)
  await describe()
  await choose(table(title, 90_000))
  await slow(200_000)
  await press('Envoyer le fichier')
  await expect(form.getByRole('progressbar')).toBeVisible()
  await press('Annuler')
  await expect(status).toHaveText('Envoi annulé : rien n’a été gardé.')
  await slow(-1)
  await page.reload()
  await expect(titled).toHaveCount(0)

  const state = await page.context().storageState()
  const bare = await browser.newContext({ storageState: state, javaScriptEnabled: false })
  const plain = await bare.newPage()
  await plain.goto(page.url())
  const without = formOf(plain, title)
  await without.describe()
  await without.choose(table(title, 10))
  await without.press('Envoyer le fichier')
  await expect(without.titled).toHaveCount(1)
  await without.titled.getByRole('link', { name: 'Retirer' }).click()
  await plain.getByRole('button', { name: 'Retirer' }).click()
  await expect(without.titled).toHaveCount(0)
  await bare.close()
})
