import { LOCALES } from '#app/i18n/locales.ts'
import { expect, test } from './support/browser.ts'
import { faultsOf, mainFaultsOf } from './support/page-checks.ts'
import { kindOf, linksOf, pagesFrom } from './support/site.ts'
import { WALKS } from './support/walks.ts'

test.describe.configure({ timeout: 600_000 })

for (const { who, name, starts, area, least, beside = {} } of WALKS) {
  // Work screens have no Amazigh of their own beyond headings.
  const languages = LOCALES.filter((language) => language !== 'zgh' || name === null)
  test(`every page of ${who} has its language in ${languages.join(', ')}, fits, and can be used by all`, async ({
    visitor,
    as,
  }) => {
    const page = name === null ? await visitor() : await as(name)
    // A page has the same address in every language but for its first part.
    const from = starts.map((start) => `/fr${start}`)
    const paths = await pagesFrom(page, from, 'fr', area)
    expect(paths.length, paths.join('\n')).toBeGreaterThanOrEqual(least)
    const visited = paths.flatMap((path) => [path, ...(beside[kindOf(path)]?.(path) ?? [])])
    const faults: string[] = []
    for (const language of languages)
      for (const path of visited)
        faults.push(...(await faultsOf(page, path.replace(/^\/fr(?=\/|$)/, `/${language}`), language)))
    expect(faults.join('\n')).toBe('')
  })
}

test('an appeal that can still be filed, and the sheets of a second round, can be used by all', async ({
  as,
}) => {
  const faults: string[] = []
  const signatory = await as('Signataire en recours')
  const [file = ''] = (await linksOf(signatory, '/ar/applicant', 'ar')).filter((path) =>
    path.includes('/nominations/'),
  )
  const appeal = file.replace(/(\/nominations\/[^/]+).*/, '$1/appeal')
  faults.push(...(await mainFaultsOf(signatory, appeal, 'ar')))
  await expect(signatory.locator('textarea[name="grounds"]')).toBeVisible()
  const juror = await as('Zineb Alaoui')
  await juror.goto('/fr/jury')
  const list = await juror
    .getByRole('row', { name: 'universités' })
    .getByRole('link')
    .first()
    .getAttribute('href')
  faults.push(...(await mainFaultsOf(juror, list ?? '', 'fr')))
  await juror.locator('tbody tr', { hasText: 'À noter' }).getByRole('link').first().click()
  await juror.waitForURL(/\/jury\/sheets\//)
  const sheet = new URL(juror.url()).pathname
  faults.push(...(await mainFaultsOf(juror, sheet.replace(/^\/fr/, '/ar'), 'ar')))
  await expect(juror.getByText('بطاقة الجولة الثانية')).toBeVisible()
  expect(faults.join('\n')).toBe('')
})
