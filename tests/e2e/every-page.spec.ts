import { LOCALES } from '#app/i18n/locales.ts'
import { expect, test } from './support/browser.ts'
import { faultsOf } from './support/page-checks.ts'
import { kindOf, pagesFrom } from './support/site.ts'
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
