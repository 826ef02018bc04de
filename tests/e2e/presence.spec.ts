import { expect, test } from './support/browser.ts'

test('two clerks on one file see each other, and no longer once one has left', async ({ as }) => {
  const hanane = await as('Hanane Chraïbi')
  await hanane.goto('/fr/secretariat')
  const queue = await hanane.locator('main a[href*="/queue"]').first().getAttribute('href')
  let file: string | null = null
  for (const view of ['decided', 'open', 'waiting'])
    if (file === null) {
      await hanane.goto(`${queue}?view=${view}`)
      const link = hanane.locator('tbody a[href*="/secretariat/nominations/"]').first()
      file = (await link.count()) > 0 ? await link.getAttribute('href') : null
    }
  await hanane.goto(file ?? '')
  const beside = hanane.locator('.here')
  await expect(beside).toHaveText('')

  const omar = await as('Omar Lahlou', { language: 'ar' })
  await omar.goto((file ?? '').replace('/fr/', '/ar/'))
  await expect(omar.locator('.here')).toContainText('Hanane Chraïbi')
  // The page asks again when it comes back to the front.
  const ask = () => hanane.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await ask()
  await expect(beside).toContainText('Omar Lahlou')

  await omar.goto('/ar/account')
  await expect(async () => {
    await ask()
    await expect(beside).toHaveText('', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
})
