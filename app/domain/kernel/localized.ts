export const LOCALES = ['ar', 'fr', 'zgh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One text in the languages that exist. A missing language is absent, never an empty string. */
export type Localized = { readonly [L in Locale]?: string }

/** The text in `locale`, else in the first language that has one; `lang` says which, so that the page can mark it. */
export function textIn(text: Localized, locale: Locale): { text: string; lang: Locale } | null {
  for (const lang of [locale, 'ar', 'fr', 'en', 'zgh'] as const) {
    const found = text[lang]
    if (found !== undefined && found !== '') return { text: found, lang }
  }
  return null
}
