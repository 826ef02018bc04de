import { expect, it } from 'vitest'
import { type Locale, LOCALES } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import { FACTS, hasLetter, type LetterName } from '#emails/catalogue.ts'
import { renderNotice } from '#emails/render.tsx'
import { sampleFacts } from '#emails/samples.ts'
import { LONG_NAME } from '#tests/support/bad-input.ts'

/** The form of a body takes a name of 300 characters, every other form one of 200. */
const LONGER_NAME = LONG_NAME + LONG_NAME.slice(0, 100)
const kindOf = (key: string): string | undefined =>
  FACTS[key.replace(/(?:Ar|Fr|En)$/, '') as keyof typeof FACTS]
const worstOf = (name: LetterName): Facts =>
  Object.fromEntries(
    Object.entries(sampleFacts(name)).map(([key, said]) => [
      key,
      kindOf(key) !== 'text' ? said : key.startsWith('administration') ? LONGER_NAME : LONG_NAME,
    ]),
  )
const envelope = { url: `https://imtiyaz.example.ma/fr/${'x'.repeat(150)}`, recipient: LONG_NAME }
const letters = EMAIL_NOTICES.filter(hasLetter)
const weighed = async (name: LetterName, locale: Locale) => {
  const { html } = await renderNotice(name, locale, worstOf(name), envelope)
  return { html, bytes: Buffer.byteLength(html) }
}

it('writes every name at its full length, in three scripts', async () => {
  expect(LONG_NAME).toHaveLength(200)
  expect(Buffer.byteLength(LONG_NAME)).toBeGreaterThan(280)
  const { html } = await weighed('nomination-received', 'zgh')
  // The service and its category, signatory and body, in each of the three languages.
  expect(html.split(`<bdi>${LONG_NAME}</bdi>`).length - 1).toBe(9)
  expect(html.split(`<bdi>${LONGER_NAME}</bdi>`).length - 1).toBe(3)
})

it('keeps every letter under 20 kB with the longest names, a long address and a long recipient', async () => {
  const heavy: string[] = []
  for (const name of letters)
    for (const locale of LOCALES) {
      const { bytes } = await weighed(name, locale)
      if (bytes >= 20_000) heavy.push(`${name} in ${locale}: ${bytes}`)
    }
  expect(heavy).toEqual([])
})
