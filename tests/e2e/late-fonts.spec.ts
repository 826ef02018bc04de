import { LOCALES } from '#app/i18n/locales.ts'
import { expect, test } from './support/browser.ts'
import { lateFontFaults } from './support/late-fonts.ts'
import { pagesFrom } from './support/site.ts'
import { WALKS } from './support/walks.ts'

test.describe.configure({ timeout: 240_000 })

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]
const [everyone] = WALKS

for (const language of LOCALES)
  test(`no public page in ${language} moves when its font files come after the first view, or never, and each asks early for every face it is lettered in`, async ({
    visitor,
  }) => {
    if (!everyone) throw new Error('nobody walks the public pages')
    const looked = await visitor()
    const from = everyone.starts.map((start) => `/fr${start}`)
    const paths = (await pagesFrom(looked, from, 'fr', everyone.area)).map((path) =>
      path.replace(/^\/fr(?=\/|$)/, `/${language}`),
    )
    expect(paths.length).toBeGreaterThanOrEqual(everyone.least)
    const lanes = SIZES.map(async (viewport) => [
      ...(await lateFontFaults(await visitor({ viewport }), paths, 'late')),
      ...(await lateFontFaults(await visitor({ viewport }), paths.slice(0, 6), 'never')),
    ])
    expect((await Promise.all(lanes)).flat().join('\n')).toBe('')
  })
