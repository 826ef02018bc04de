import { expect, it } from 'vitest'
import { writtenIn } from '#app/i18n/written-in.ts'

it('marks what a person wrote by its letters, and nothing where they are those of the page', () => {
  expect(writtenIn('نُظمت اللقاءات خلال العطلة', 'fr')).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(writtenIn('نُظمت اللقاءات خلال العطلة', 'ar')).toEqual({ dir: 'auto' })
  expect(writtenIn('Les rencontres ont eu lieu en août.', 'ar')).toEqual({ lang: 'fr', dir: 'ltr' })
  expect(writtenIn('Les rencontres ont eu lieu en août.', 'fr')).toEqual({ dir: 'auto' })
  expect(writtenIn('ⵜⴰⵎⴰⵣⵉⵖⵜ', 'fr')).toEqual({ lang: 'zgh', dir: 'ltr' })
})

it('takes the letters that are most, and asks nothing of figures or of English', () => {
  expect(writtenIn('تعطل تطبيق Chahada+ يوم الإيداع', 'fr')).toEqual({ lang: 'ar', dir: 'rtl' })
  expect(writtenIn('Le service « شهادتي » était fermé ce jour-là.', 'ar')).toEqual({ lang: 'fr', dir: 'ltr' })
  expect(writtenIn('84,5 %', 'ar')).toEqual({ dir: 'auto' })
  expect(writtenIn('', 'ar')).toEqual({ dir: 'auto' })
  expect(writtenIn('The service was closed.', 'en')).toEqual({ dir: 'auto' })
})
