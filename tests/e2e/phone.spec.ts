import { LOCALES } from '#app/i18n/locales.ts'
import { expect, test } from './support/browser.ts'

const PHONE = { width: 390, height: 844 }

declare global {
  interface Window {
    shifts: number[]
  }
}

for (const language of LOCALES) {
  test(`in ${language}, nothing moves on the front page when the fonts come long after the words`, async ({
    visitor,
  }) => {
    const page = await visitor({ viewport: PHONE })
    const words = Promise.withResolvers<undefined>()
    await page.route(/\.woff2$/, async (route) => {
      await words.promise
      await route.continue()
    })
    await page.addInitScript(() => {
      window.shifts = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`/${language}`, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    // The faces that hold the place meanwhile come from the system.
    const loaded = () =>
      page.evaluate(
        () =>
          [...document.fonts].filter((one) => one.status === 'loaded' && !one.family.includes('Fallback'))
            .length,
      )
    expect(await loaded()).toBe(0)
    words.resolve(undefined)
    await page.waitForLoadState()
    await page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    })
    expect(await loaded()).toBeGreaterThan(2)
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  })
}

for (const language of ['fr', 'ar'] as const) {
  test(`in ${language}, the archive opens on its newest prizes, uncovered, without any script`, async ({
    visitor,
  }) => {
    const page = await visitor({ viewport: PHONE, javaScriptEnabled: false })
    await page.goto(`/${language}/laureates`)
    const year = await page.locator('.sky thead th', { hasText: '2021' }).boundingBox()
    const names = await page.locator('.sky tbody th').first().boundingBox()
    if (!year || !names) throw new Error('the diagram is not drawn')
    expect(year.x).toBeGreaterThanOrEqual(language === 'fr' ? names.x + names.width : 0)
    expect(year.x + year.width).toBeLessThanOrEqual(language === 'fr' ? PHONE.width : names.x)
  })
}

test('the whole roll folds its older editions on a phone, and shows them all where there is room, without script', async ({
  visitor,
}) => {
  const page = await visitor({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto('/fr/laureates')
  const editions = page.locator('.edition-fold')
  expect(await editions.count()).toBeGreaterThan(3)
  await expect(editions.first().locator('.row').first()).toBeVisible()
  const older = editions.nth(1)
  await expect(older.locator('.row').first()).toBeHidden()
  await older.locator('summary').click()
  await expect(older.locator('.row').first()).toBeVisible()
  // The fold says the year: no head under it says it again, and each does where the fold is not drawn.
  const year = older.locator('.grp__year').first()
  await expect(year).toBeHidden()
  await expect(older.locator('.grp__name').first()).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(editions.last().locator('.row').last()).toBeVisible()
  await expect(older.locator('summary')).toBeHidden()
  await expect(year).toBeVisible()
  // What was asked for is shown as it was found.
  await page.goto('/fr/laureates?prize=excellence')
  await expect(editions).toHaveCount(0)
})

test('a form that was refused is met at the list of what is wrong, without any script', async ({
  visitor,
}) => {
  const page = await visitor({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto('/fr/account/register')
  await page.locator('main form button[type="submit"], main form .btn--primary').first().click()
  await expect(page.locator('#errors')).toBeFocused()
})
