import { LOCALES } from '#app/i18n/locales.ts'
import { expect, test } from './support/browser.ts'
import { faultsOf } from './support/page-checks.ts'
import { pagesFrom } from './support/site.ts'
import { type Walk, WALKS } from './support/walks.ts'

test.describe.configure({ timeout: 240_000 })

/** The pages of a person are looked for once, in French; a page has the same address in every language but for its first part. */
const found = new Map<Walk, readonly string[]>()

for (const walk of WALKS) {
  const { who, name, starts, area, least } = walk
  for (const language of LOCALES) {
    // Work screens have no Amazigh of their own beyond headings.
    if (language === 'zgh' && name !== null) continue
    test(`in ${language}, every page of ${who} has its language, fits, and can be used by all`, async ({
      visitor,
      as,
    }) => {
      const page = name === null ? await visitor() : await as(name)
      const paths =
        found.get(walk) ??
        (await pagesFrom(
          page,
          starts.map((start) => `/fr${start}`),
          'fr',
          area,
        ))
      found.set(walk, paths)
      expect(paths.length, paths.join('\n')).toBeGreaterThanOrEqual(least)
      const faults: string[] = []
      for (const path of paths)
        faults.push(...(await faultsOf(page, path.replace(/^\/fr(?=\/|$)/, `/${language}`), language)))
      expect(faults.join('\n')).toBe('')
    })
  }
}
