import { expect, test } from './support/browser.ts'
import { faultsOf } from './support/page-checks.ts'
import { pagesFrom } from './support/site.ts'

type Walk = {
  readonly who: string
  readonly name: string | null
  readonly starts: readonly string[]
  readonly area: RegExp
  /** Fewer pages than this, and a link has been lost. */
  readonly least: number
}
const DOORS = ['/account/sign-in', '/account/register', '/account/forgot-password', '/account/demonstration']
const PUBLIC =
  /^(?!\/(account|applicant|secretariat|jury|deliberation|release|organiser|admin)(\/|$))|^\/account\/(sign-in|register|forgot-password|demonstration|mailbox)/

/** Whose pages are walked: one page of each kind that their own links lead to. */
const WALKS: readonly Walk[] = [
  { who: 'the public', name: null, starts: ['', ...DOORS], area: PUBLIC, least: 18 },
  {
    who: 'an editor',
    name: 'Salma Idrissi',
    starts: ['/applicant', '/account'],
    area: /^\/(applicant|account(?!\/(sign-in|register|forgot-password|demonstration|mailbox)))/,
    least: 10,
  },
  { who: 'a clerk', name: 'Hanane Chraïbi', starts: ['/secretariat'], area: /^\/secretariat/, least: 3 },
  {
    who: 'the organiser',
    name: 'Rachid El Khattabi',
    starts: ['/organiser'],
    area: /^\/organiser/,
    least: 8,
  },
  { who: 'a juror', name: 'Karim Benjelloun', starts: ['/jury'], area: /^\/(jury|deliberation)/, least: 4 },
  {
    who: 'the chair',
    name: 'رئيسة لجنة',
    starts: ['/jury', '/deliberation'],
    area: /^\/(jury|deliberation)/,
    least: 5,
  },
  { who: 'the publisher', name: 'Leïla Bouazza', starts: ['/release'], area: /^\/release/, least: 2 },
  { who: 'the administrator', name: 'Nabil Sefrioui', starts: ['/admin/people'], area: /^\/admin/, least: 2 },
]

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
