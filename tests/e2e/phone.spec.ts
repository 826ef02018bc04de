import { expect, test } from './support/browser.ts'

const PHONE = { width: 390, height: 844 }

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

test('a form that was refused is met at the list of what is wrong, without any script', async ({
  visitor,
}) => {
  const page = await visitor({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto('/fr/account/register')
  await page.locator('main form button[type="submit"], main form .btn--primary').first().click()
  await expect(page.locator('#errors')).toBeFocused()
})
