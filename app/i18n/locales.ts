import { LOCALES, type Locale } from '#app/domain/kernel/localized.ts'

export { LOCALES, type Locale }

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
export type LocaleFacts = {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  /** The name of the language in itself. */
  readonly endonym: string
  readonly plurals: readonly PluralForm[]
  /** Where a word is looked for when this language has none. */
  readonly fallback: Locale | null
}

/** zgh: ICU has no rules for it and falls back to English ones, hence two plural forms. */
export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  ar: {
    tag: 'ar-MA',
    dir: 'rtl',
    endonym: 'العربية',
    plurals: ['zero', 'one', 'two', 'few', 'many', 'other'],
    fallback: null,
  },
  fr: { tag: 'fr-MA', dir: 'ltr', endonym: 'Français', plurals: ['one', 'many', 'other'], fallback: null },
  zgh: { tag: 'zgh-MA', dir: 'ltr', endonym: 'ⵜⴰⵎⴰⵣⵉⵖⵜ', plurals: ['one', 'other'], fallback: 'fr' },
  en: { tag: 'en-GB', dir: 'ltr', endonym: 'English', plurals: ['one', 'other'], fallback: 'fr' },
}

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)
export const dirOf = (locale: Locale): 'ltr' | 'rtl' => localeFacts[locale].dir
