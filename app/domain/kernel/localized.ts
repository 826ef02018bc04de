export const LOCALES = ['ar', 'fr', 'zgh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One text in the languages that exist. A missing language is absent, never an empty string. */
export type Localized = { readonly [L in Locale]?: string }

/**
 * The text without an Arabic version that is no Arabic: where the official name is known in Latin letters only, the
 * form that asks for both carries it twice, and readers must be told which language they read.
 */
export function inOwnScript(text: Localized): Localized {
  const { ar, ...others } = text
  return ar === undefined || /\p{Script=Arabic}/u.test(ar) ? text : others
}

/** The text in `locale`, else in the first language that has one; `lang` says which, so that the page can mark it. */
export function textIn(text: Localized, locale: Locale): { text: string; lang: Locale } | null {
  const own = inOwnScript(text)
  for (const lang of [locale, 'ar', 'fr', 'en', 'zgh'] as const) {
    const found = own[lang]
    if (found !== undefined && found !== '') return { text: found, lang }
  }
  return null
}

const isLocalized = (value: object): value is Localized => {
  const said = Object.entries(value)
  return (
    said.length > 0 &&
    said.every(([key, text]) => (LOCALES as readonly string[]).includes(key) && typeof text === 'string')
  )
}

/** Plain data with each of its texts in one language, the one that `textIn` finds: a page need not carry the others over a slow line. */
export function inOneLanguage<T>(value: T, locale: Locale): T
export function inOneLanguage(value: unknown, locale: Locale): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: unknown) => inOneLanguage(one, locale))
  if (isLocalized(value)) {
    const found = textIn(value, locale)
    return found === null ? value : { [found.lang]: found.text }
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOneLanguage(one, locale)]))
}
