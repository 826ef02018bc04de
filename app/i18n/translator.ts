import { catalogues } from './catalogues.ts'
import { type Translator, translatorFrom } from './instance.ts'
import { type Locale, localeFacts } from './locales.ts'
import type { Catalogue, Namespace } from './namespaces.ts'

export type { Translator, Values } from './instance.ts'

const only = (catalogue: Catalogue, namespaces: readonly Namespace[]): Catalogue =>
  Object.fromEntries(namespaces.map((name) => [name, catalogue[name] ?? {}]))

const known = new Map<Locale, Translator>()

/** One per language for the life of the process: its language is fixed, and making one costs more than a page. */
export function translatorFor(locale: Locale): Translator {
  const kept = known.get(locale) ?? createTranslator(locale)
  known.set(locale, kept)
  return kept
}

/** One translator for pages, e-mails, documents and the command line. Server side: it sees every language. */
export function createTranslator(locale: Locale, namespaces?: readonly Namespace[]): Translator {
  const { fallback } = localeFacts[locale]
  const wanted = (of: Locale): Catalogue =>
    namespaces === undefined ? catalogues[of] : only(catalogues[of], namespaces)
  return translatorFrom(locale, {
    [locale]: wanted(locale),
    ...(fallback === null ? {} : { [fallback]: wanted(fallback) }),
  })
}
