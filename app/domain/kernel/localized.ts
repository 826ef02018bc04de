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

/** Told by its first key that is no language, for most objects the very first: whole pages are looked through. */
function isLocalized(value: object): value is Localized {
  let languages = 0
  for (const key in value) {
    if (!(LOCALES as readonly string[]).includes(key)) return false
    if (typeof value[key as keyof typeof value] !== 'string') return false
    languages += 1
  }
  return languages > 0
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
  const said: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(value))
    said[key] = typeof one === 'object' ? inOneLanguage(one, locale) : one
  return said
}
