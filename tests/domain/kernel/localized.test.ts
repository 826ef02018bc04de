import { describe, expect, it } from 'vitest'
import { inOneLanguage, inOwnScript, textIn } from '#app/domain/kernel/localized.ts'

describe('a text in several languages', () => {
  it('shows the French name as French where the Arabic one is the same Latin text', () => {
    expect(textIn({ ar: 'Smart-CNOPS', fr: 'Smart-CNOPS' }, 'ar')).toEqual({
      text: 'Smart-CNOPS',
      lang: 'fr',
    })
  })

  it('keeps an Arabic name that holds Latin letters', () => {
    const name = { ar: 'بوابة Rokhas', fr: 'Portail Rokhas' }
    expect(inOwnScript(name)).toBe(name)
    expect(textIn(name, 'ar')).toEqual({ text: 'بوابة Rokhas', lang: 'ar' })
  })

  it('is carried in the language of the page alone, and in another only where that one is missing', () => {
    const page = {
      name: { ar: 'صنف', fr: 'Catégorie' },
      rows: [
        { title: { fr: 'Portail' }, done: 3, at: null },
        { title: {}, ar: 'code', n: { ar: 1 } },
      ],
      open: true,
    }
    expect(inOneLanguage(page, 'ar')).toEqual({
      name: { ar: 'صنف' },
      rows: [
        { title: { fr: 'Portail' }, done: 3, at: null },
        { title: {}, ar: 'code', n: { ar: 1 } },
      ],
      open: true,
    })
    expect(inOneLanguage(page, 'fr')).toMatchObject({ name: { fr: 'Catégorie' } })
    expect(textIn(inOneLanguage(page.name, 'zgh'), 'zgh')).toEqual(textIn(page.name, 'zgh'))
  })
})
