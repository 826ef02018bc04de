import { expect, test } from './support/browser.ts'

test('without a network the shell page stands, and nothing of anybody’s work was kept', async ({ as }) => {
  const page = await as('Salma Idrissi', { serviceWorkers: 'allow' })
  await page.goto('/fr/applicant')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.locator('main a[href*="/nominations/"]').first().click()
  await page.waitForURL(/\/nominations\//)
  const kept = await page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname)
    return found
  })
  expect(kept.filter((path) => path.endsWith('/offline')).sort()).toEqual([
    '/ar/offline',
    '/en/offline',
    '/fr/offline',
    '/zgh/offline',
  ])
  expect(
    kept.filter((path) => !/^\/(?:(?:ar|fr|en|zgh)\/offline|assets\/[^/]+\.(?:css|woff2))$/.test(path)),
  ).toEqual([])
  expect(kept.some((path) => path.endsWith('.css'))).toBe(true)

  await page.context().setOffline(true)
  await page.goto('/fr/applicant')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La connexion est interrompue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /Fustat/)
  await expect(page.getByText('Salma')).toHaveCount(0)
  await page.goto('/ar/jury')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('انقطع الاتصال بالشبكة')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'إعادة المحاولة' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('انقطع الاتصال بالشبكة')
})

test('the site can be installed, in the language and direction of the page', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/ar')
  const address = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = (await (await page.request.get(address ?? '')).json()) as {
    readonly lang: string
    readonly dir: string
    readonly start_url: string
    readonly icons: readonly { readonly src: string; readonly sizes: string }[]
  }
  expect(manifest).toMatchObject({ lang: 'ar', dir: 'rtl', start_url: '/ar' })
  for (const { src, sizes } of manifest.icons) {
    const answer = await page.request.get(src)
    const bytes = await answer.body()
    expect(answer.headers()['content-type']).toBe('image/png')
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0)
})

test('a tab of an earlier build goes to the next page as a whole, and keeps the one that is open', async ({
  as,
}) => {
  const page = await as('Salma Idrissi')
  await page.goto('/fr/applicant')
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
  const mark = () => page.evaluate(() => ((window as Window & { mark?: true }).mark = true))
  const isSameDocument = () => page.evaluate(() => (window as Window & { mark?: true }).mark === true)
  await mark()
  const link = (name: string) => page.locator('.appbar__nav').getByRole('link', { name })
  await link('Candidater').click()
  await expect(page).toHaveURL(/\/applicant\/start$/)
  expect(await isSameDocument()).toBe(true)
  await page.route('**/*.data*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-build': 'another' } })
  })
  await link('Réclamations').click()
  await expect(page).toHaveURL(/\/applicant\/complaints$/)
  await expect.poll(isSameDocument).toBe(false)
})
