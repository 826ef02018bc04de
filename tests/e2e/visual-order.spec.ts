import { SAMPLE_KINDS, SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import { createTypstPress } from '#app/adapters/pdf/typst.server.ts'
import { EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import { number } from '#app/i18n/format.ts'
import { hasLetter } from '#emails/catalogue.ts'
import { renderNotice } from '#emails/render.tsx'
import { sampleEnvelope, sampleFacts } from '#emails/samples.ts'
import { expect, test } from './support/browser.ts'
import { emptyPaper, layLetters, linesSeen } from './support/pdf-in-browser.ts'
import { openSection, openSheet } from './support/screens.ts'
import { seenOn, turned } from './support/visual-order.ts'

const REFERENCE = /\b[A-Z]{3,4}-\d{4}-\d{4}\b/
const PERCENT = /\d+[\s\u00A0\u202F]?%/
const NEGATIVE = /\u2212\d+,\d+/
const ADDRESS = /[\w.-]+@[\w.-]+\.\w+/
const LATIN_NAME = /Salma Idrissi/
/** A service that its people named with an address. */
const WITH_ADDRESS = { fr: 'Sabil, aide@sabil.ma', ar: 'سبيل، aide@sabil.ma' }
const IN_BRACKETS = /\(démonstration\)/
const OFFSET = /GMT\+\d/

test('a percentage without its own direction is seen to be turned over', async ({ visitor }) => {
  const page = await visitor()
  await page.setContent('<p dir="rtl">وزن هذا المعيار 30 % من النقطة</p>')
  expect(turned(await seenOn(page, PERCENT))).toHaveLength(1)
  await page.setContent('<p dir="rtl">وزن هذا المعيار <bdi dir="ltr">30 %</bdi> من النقطة</p>')
  expect(await seenOn(page, PERCENT)).toEqual([{ written: '30 %', seen: '30 %' }])
})

test('a negative number keeps its sign before its digits in Arabic', async ({ visitor }) => {
  const page = await visitor()
  await page.setContent('<p dir="rtl">من \u22120,25 إلى 0,99</p>')
  expect(turned(await seenOn(page, NEGATIVE))).toHaveLength(1)
  await page.setContent(`<p dir="rtl">من ${number('ar', -0.25, 2)} إلى 0,99</p>`)
  expect(await seenOn(page, NEGATIVE)).toEqual([{ written: '\u22120,25', seen: '\u22120,25' }])
})

test('in Arabic pages, references, addresses, Latin names and offsets read from left to right', async ({
  as,
}) => {
  const page = await as('Salma Idrissi', { language: 'ar' })
  await page.goto('/ar/applicant')
  const references = await seenOn(page, REFERENCE)
  expect(references.length).toBeGreaterThan(0)
  expect(turned(references)).toEqual([])
  await openSection(page, 'ar')
  for (const pattern of [REFERENCE, LATIN_NAME, IN_BRACKETS, OFFSET]) {
    const all = await seenOn(page, pattern)
    expect(all.length, String(pattern)).toBeGreaterThan(0)
    expect(turned(all)).toEqual([])
  }
  await page.goto('/ar/account/profile')
  const addresses = await seenOn(page, ADDRESS)
  expect(addresses.length).toBeGreaterThan(0)
  expect(turned(addresses)).toEqual([])
  const field = page.locator('input[dir=auto]').first()
  for (const [typed, direction] of [
    ['', 'rtl'],
    ['Sabil', 'ltr'],
    ['سبيل', 'rtl'],
  ] as const) {
    await field.fill(typed)
    await expect(field, typed).toHaveCSS('direction', direction)
  }
})

test('in an Arabic table, the zone of an hour stands after it, at its left', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/ar/calendar')
  const places = await page.locator('td time:has(.zone)').evaluateAll((times) =>
    times.map((time) => {
      const [hour, zone] = [time.querySelector(':scope > bdi'), time.querySelector('.zone bdi')]
      return [zone?.getBoundingClientRect().right ?? NaN, hour?.getBoundingClientRect().left ?? NaN] as const
    }),
  )
  expect(places.length).toBeGreaterThan(5)
  for (const [zone, hour] of places) expect(zone).toBeLessThan(hour)
})

test('in the Arabic score sheet, each percentage has its number first', async ({ as }) => {
  const page = await as('Driss Amrani', { language: 'ar' })
  await openSheet(page, 'ar')
  const weights = await seenOn(page, PERCENT)
  expect(weights.length).toBeGreaterThan(2)
  expect(turned(weights)).toEqual([])
})

test('in Arabic letters, references, addresses, Latin names and offsets read from left to right', async ({
  visitor,
}) => {
  const page = await visitor()
  const seen: Record<string, number> = {}
  for (const name of EMAIL_NOTICES.filter(hasLetter)) {
    const facts = { ...sampleFacts(name), titleAr: WITH_ADDRESS.ar }
    const { html } = await renderNotice(name, 'ar', facts, sampleEnvelope)
    await page.setContent(html)
    for (const pattern of [REFERENCE, ADDRESS, PERCENT, OFFSET, LATIN_NAME]) {
      const all = await seenOn(page, pattern)
      seen[pattern.source] = (seen[pattern.source] ?? 0) + all.length
      expect(turned(all), name).toEqual([])
    }
  }
  for (const pattern of [REFERENCE, ADDRESS, OFFSET, LATIN_NAME])
    expect(seen[pattern.source], pattern.source).toBeGreaterThan(10)
})

/** What some samples print besides their references, as a line is read: without its spaces. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  score_sheet: ['40%', '35%'],
  shortlisting_minutes: ['30%', '70%'],
}
/** Among Arabic words: the word before it stands at its right. */
const amongArabic = (lines: readonly string[], said: string): number =>
  lines.filter((line) => new RegExp(`${said}[،:.]?\\p{Script=Arabic}`, 'u').test(line)).length

test('in printed documents, references, codes, addresses, Latin names and percentages are drawn from left to right', async ({
  visitor,
}) => {
  test.setTimeout(120_000)
  const page = await visitor()
  await emptyPaper(page)
  const { press } = createTypstPress()
  const drawn = async (kind: keyof typeof SAMPLES, changes: object = {}): Promise<string[]> => {
    await layLetters(page, (await press(kind, { ...SAMPLES[kind], ...changes } as never)).bytes)
    return linesSeen(page)
  }
  for (const kind of SAMPLE_KINDS) {
    const record = SAMPLES[kind]
    const lines = await drawn(kind)
    const references = JSON.stringify(record).match(new RegExp(REFERENCE, 'g')) ?? []
    for (const said of [record.number, record.checkCode, ...references, ...(PRINTED[kind] ?? [])])
      expect(lines.join('\n'), kind).toContain(said)
    for (const line of lines) expect(line, kind).not.toMatch(/\d{4}-\d{4}-[A-Z]{2,4}(?![\dA-Z])/)
  }
  expect(amongArabic(await drawn('participation_certificate'), 'EMT-2026-0117')).toBe(1)
  const receipt = await drawn('receipt', { title: WITH_ADDRESS })
  expect(amongArabic(receipt, 'YoussefElAmrani')).toBe(1)
  expect(amongArabic(receipt, 'aide@sabil\\.ma')).toBe(1)
})
