import { describe, expect, it } from 'vitest'
import { inOwnScript, textIn } from '#app/domain/kernel/localized.ts'

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
})
