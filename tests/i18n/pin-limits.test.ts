import { describe, expect, it } from 'vitest'
import { LONGEST_QUOTE, MOST_PINS } from '#app/domain/nomination/pin.ts'
import { pinnedEntries } from '#app/domain/scoring/pinned.ts'
import { LOCALES } from '#app/domain/kernel/localized.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import { fieldSentence } from '#app/ui/forms/messages-of.ts'

const places = {
  sections: ['identity'],
  files: Array.from({ length: MOST_PINS + 1 }, (_, at) => ({ number: at + 1, fileId: `${at}` })),
}
const tooMany = places.files.map((_, at) => `P${at + 1}`).join('\n')
const tooLong = `§1: ${'x'.repeat(LONGEST_QUOTE + 1)}`

/** The digits of the sentence at the field, as a juror reads it. */
function digitsSaid(locale: (typeof LOCALES)[number], pinned: string): string[] {
  const refused = pinnedEntries(
    [{ criterion: 'C1', level: null, cannotAssess: false, comment: '', pinned }],
    places,
    [],
  )
  if (refused.ok) throw new Error('nothing was refused')
  const key = refused.fields?.['pins.C1'] ?? ''
  return fieldSentence(createTranslator(locale), key, refused.facts).match(/\d+/g) ?? []
}

describe('the limits of pins', () => {
  it.each(LOCALES)('are said at the field as the rule has them, in %s', (locale) => {
    expect(digitsSaid(locale, tooMany)).toEqual([`${MOST_PINS}`])
    expect(digitsSaid(locale, tooLong)).toEqual([`${LONGEST_QUOTE}`])
  })
})
