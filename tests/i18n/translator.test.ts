import { describe, expect, it } from 'vitest'
import { isolate, withoutControls } from '#app/i18n/bidi.ts'
import { asShown, frenchTypography, shownIn } from '#app/i18n/french-typography.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { createTranslator } from '#app/i18n/translator.ts'

describe('the translator', () => {
  it('never shares its language between two requests', () => {
    const [fr, ar] = [createTranslator('fr'), createTranslator('ar')]
    expect([fr('common.action.back'), ar('common.action.back'), fr('common.action.back')]).toEqual([
      'Revenir',
      'رجوع',
      'Revenir',
    ])
  })

  it('counts in the six forms of Arabic', () => {
    const t = createTranslator('ar')
    const said = [0, 1, 2, 3, 11, 100].map((count) => t('common.unit.day', { count }))
    expect(said).toEqual(['لا يوم', 'يوم واحد', 'يومان', '3 أيام', '11 يوماً', '100 يوم'])
  })

  it('writes numbers inside a sentence as the language does', () => {
    expect(createTranslator('fr')('common.counter.words', { used: 59, limit: 1300 })).toBe(
      '59 / 1\u202F300 mots',
    )
    expect(createTranslator('fr')('common.unit.day', { count: 1500 })).toBe('1\u202F500 jours')
  })

  it('borrows from French what Amazigh does not say', () => {
    expect(createTranslator('zgh')('errors.required')).toBe('Renseignez ce champ.')
  })

  it('reads a key with its area, by point or colon', () => {
    const t = createTranslator('fr')
    expect(t('errors:required')).toBe(t('errors.required'))
  })

  it('leaves what a person wrote as it was', () => {
    expect(createTranslator('fr')('work.bilingual.writing', { name: "L'Hôte <b>" })).toContain("L'Hôte <b>")
  })

  it('sets French spaces and apostrophes, and leaves addresses alone', () => {
    expect(frenchTypography("L'état : « ouvert » ! https://a.ma")).toBe(
      'L’état\u00A0: «\u202Fouvert\u202F»\u202F! https://a.ma',
    )
  })

  it('sets the apostrophes and spaces that the record typed in French: between letters only, and none that was not typed', () => {
    expect(asShown("Prix d'excellence, l'« Espace » 5' d'ici", 'fr')).toBe(
      "Prix d’excellence, l’«\u202FEspace\u202F» 5' d’ici",
    )
    expect(asShown('Deux volets : partiel ; 38 % en 2025; https://a.ma', 'fr')).toBe(
      'Deux volets\u00A0: partiel\u202F; 38\u202F% en 2025; https://a.ma',
    )
    expect(asShown("the jury's prize: one ; two", 'en')).toBe("the jury's prize: one ; two")
  })

  it('says a text of the record in the language of the page, typeset as the language that was found', () => {
    const text = { fr: "L'« état » : ouvert" }
    expect(shownIn(text, 'fr')?.text).toBe('L’«\u202Fétat\u202F»\u00A0: ouvert')
    expect(shownIn(text, 'ar')).toEqual(shownIn(text, 'fr'))
    expect(shownIn({ ar: 'الجائزة : « امتياز »', ...text }, 'ar')?.text).toBe('الجائزة : « امتياز »')
    expect(shownIn({}, 'fr')).toBeNull()
  })

  it('keeps the number of a law on one line, and a date as it is typed', () => {
    expect(frenchTypography('selon la loi n° 09-08, comme 2025-04 ou CL-2026-0001')).toBe(
      'selon la loi n°\u00A009\u201108, comme 2025-04 ou CL-2026-0001',
    )
  })

  it('gives every refusal a sentence', () => {
    const t = createTranslator('fr')
    expect(reasonText(t, 'deadline-passed')).toBe('Le délai est expiré.')
    expect(reasonText(t, 'never-heard-of')).toContain('never-heard-of')
  })

  it('isolates a run, and can take the controls out', () => {
    expect(withoutControls(isolate('EMT-2026-0117'))).toBe('EMT-2026-0117')
  })
})
