import { expect, test } from './support/browser.ts'
import { faultsOf } from './support/page-checks.ts'
import { pagesFrom } from './support/site.ts'
import { WALKS } from './support/walks.ts'

test.describe.configure({ timeout: 150_000 })

for (const language of ['fr', 'ar'] as const) {
  for (const { who, name, starts, area, least } of WALKS) {
    test(`in ${language}, every page of ${who} has its language, fits, and can be used by all`, async ({
      visitor,
      as,
    }) => {
      const page = name === null ? await visitor() : await as(name, { language })
      const from = starts.map((start) => `/${language}${start}`)
      const paths = await pagesFrom(page, from, language, area)
      expect(paths.length, paths.join('\n')).toBeGreaterThanOrEqual(least)
      const faults: string[] = []
      for (const path of paths) faults.push(...(await faultsOf(page, path, language)))
      expect(faults.join('\n')).toBe('')
    })
  }
}
