import { describe, expect, it } from 'vitest'
import { ACTS } from '#app/domain/audit/acts.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import ar from '#app/i18n/messages/ar/results.json' with { type: 'json' }
import fr from '#app/i18n/messages/fr/results.json' with { type: 'json' }

/** That no act is written in the log under a name that is missing here is the compiler's to say (`EntryDraft`). */
describe.each([
  ['ar', ar.acts],
  ['fr', fr.acts],
] as const)('the acts of the log in %s', (locale, words) => {
  it('have words, each, and there are words for nothing else', () => {
    expect(Object.keys(words).sort()).toEqual([...ACTS].sort())
    const t = createTranslator(locale, ['results'])
    for (const act of ACTS) expect(t(`results.acts.${act}`)).toMatch(/^\S.{3,}$/)
  })
  it('are told apart by their words', () => {
    const said = Object.values(words)
    expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([])
  })
  it('are in the letters of their language', () => {
    const letters = locale === 'ar' ? /[\u0621-\u064a]/ : /[A-Za-zÀ-ÿ]/
    for (const one of Object.values(words)) expect(one).toMatch(letters)
  })
})
