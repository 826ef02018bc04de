import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Screen } from '#app/domain/campaign/blocker.ts'
import { CALENDAR_PROBLEMS } from '#app/domain/campaign/calendar.ts'
import { RULES_TO_CARRY } from '#app/domain/campaign/regulation-check.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { pathKey } from '#app/ui/organiser/blocker-list.tsx'

const sources = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts'))
    .map(({ name }) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
const named = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
]

/** Refusals of the platform's own acts, which no person reads, and of a seat, which the jury's pages say. */
const ELSEWHERE = [
  'record-empty',
  'record-without-source',
  'already-imported',
  'not-a-demonstration',
  'mandate-of-competing-administration',
]
const domain = sources('app/domain/campaign') + sources('app/domain/administration')
const codes = [
  ...named(domain, /blocker\(\s*'([a-z0-9-]+)'/g),
  ...named(readFileSync('app/domain/campaign/category-check.ts', 'utf8'), /\bat\('([a-z0-9-]+)'\)/g),
  ...CALENDAR_PROBLEMS.map((code) => `calendar-${code}`),
]
const services = sources('app/services/campaign') + sources('app/services/administration')
const reasons = [
  ...named(domain, /refuse\(\s*'([a-z0-9-]+)'/g),
  ...named(services, /refuse\(\s*'([a-z0-9-]+)'/g),
].filter((reason) => !ELSEWHERE.includes(reason))

/** Every field that a check can find out of its limits, by the place where it is mended. */
const FIELDS: Readonly<Partial<Record<Screen, readonly string[]>>> = {
  participation: [
    ...['administrationTypes', 'perAdministrationAndCategory', 'minimumMonthsInService'],
    ...['evidence.files', 'evidence.bytesEach', 'evidence.videoSeconds'],
  ],
  'screening-rules': ['completionWorkingDays', 'appealWorkingDays'],
  'jury-rules': ['minimumShare', 'loadLimit'],
  'deliberation-rules': ['quorum'],
  'scoring-rules': ['decimals', 'trimMinimumSheets', 'secondRoundPlaces', 'firstRoundPercent'],
  'publication-rules': ['complaintDays', 'complaintTargetDays'],
}

it('knows every field that the check of a regulation names', () => {
  const check = readFileSync('app/domain/campaign/regulation-check.ts', 'utf8')
  const checked = [...named(check, /field: '([\w.]+)'/g), ...named(check, /[?:] \['([\w.]+)'\]/g)]
  const known = Object.values(FIELDS).flat()
  expect(checked.length).toBeGreaterThan(10)
  expect(checked.filter((field) => !known.includes(field))).toEqual([])
})

describe.each(['ar', 'fr', 'en'] as const)('in %s', (locale) => {
  const t = createTranslator(locale)
  it('calls every rule and every field by its name where it blocks a campaign', () => {
    const keys = [
      ...RULES_TO_CARRY.map((path) => pathKey('rule', path, { screen: 'regulation' })),
      ...Object.entries(FIELDS).flatMap(([screen, fields]) =>
        fields.map((field) => pathKey('field', field, { screen: screen as Screen })),
      ),
    ]
    expect(keys.filter((key) => key === null || !t.has(key))).toEqual([])
  })
  it('has a sentence for everything that can block a campaign', () => {
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter((code) => !t.has(`campaign.blocker.${code}`))).toEqual([])
  })
  it('has a sentence for every refusal of these acts', () => {
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter((reason) => !t.has(`campaign.reason.${reason}`))).toEqual([])
  })
})
