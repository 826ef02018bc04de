import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CALENDAR_PROBLEMS } from '#app/domain/campaign/calendar.ts'
import { createTranslator } from '#app/i18n/translator.ts'

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

describe.each(['ar', 'fr'] as const)('in %s', (locale) => {
  const t = createTranslator(locale)
  it('has a sentence for everything that can block a campaign', () => {
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter((code) => !t.has(`campaign.blocker.${code}`))).toEqual([])
  })
  it('has a sentence for every refusal of these acts', () => {
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter((reason) => !t.has(`campaign.reason.${reason}`))).toEqual([])
  })
})
