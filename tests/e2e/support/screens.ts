import type { Page } from '@playwright/test'

/** A section with bilingual fields of a dossier that is still written. */
export async function openSection(page: Page, language: 'fr' | 'ar'): Promise<void> {
  await page.goto(`/${language}/applicant`)
  const draft = page.getByRole('row', { name: language === 'fr' ? 'Brouillon' : 'مسودة' }).last()
  await draft.getByRole('link').first().click()
  await page.waitForURL(/\/sections\//)
  await page.goto(page.url().replace(/sections\/.*/, 'sections/need'))
}

/** A sheet that the juror begins. */
export async function openSheet(page: Page, language: 'fr' | 'ar'): Promise<void> {
  await page.goto(`/${language}/jury`)
  const row = page.getByRole('row', { name: language === 'fr' ? 'Évaluation' : 'التقييم' })
  await row.getByRole('link').first().click()
  await page.waitForURL(/\/jury\/campaigns\//)
  const begun = page.locator('tbody a[href*="/jury/files/"]').first()
  await begun.click()
  await page.waitForURL(/\/jury\/files\//)
  await page.locator('main form button[type="submit"]').first().click()
  await page.locator('[data-criterion]').first().waitFor()
}
