import { createInstance, type i18n, type Resource } from 'i18next'
import * as format from './format.ts'
import { typeset } from './french-typography.ts'
import { type Locale, localeFacts } from './locales.ts'
import { type Catalogue, type Messages, NAMESPACES, type Namespace } from './namespaces.ts'

export type Values = Readonly<Record<string, string | number | boolean | readonly string[]>>

export type Translator = {
  (key: string, values?: Values): string
  readonly locale: Locale
  readonly has: (key: string) => boolean
}

/** Some hundred kilobytes a language at most; a sentence with a long text of somebody is not kept. */
const MOST_SAID = 4000
const LONGEST_SAID = 160

const known = new Set<string>(NAMESPACES)
const splitKey = (key: string): { ns: Namespace; path: string } => {
  const dot = key.search(/[.:]/)
  const head = key.slice(0, dot)
  return dot > 0 && known.has(head)
    ? { ns: head as Namespace, path: key.slice(dot + 1) }
    : { ns: 'common', path: key }
}

/** Numbers are written for the language, lists are joined. */
const written = (locale: Locale, values: Values): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') out[name] = format.number(locale, value)
    else out[name] = Array.isArray(value) ? format.list(locale, value) : value
  }
  return out
}

const counted = (values?: Values): { count?: number } =>
  typeof values?.count === 'number' ? { count: values.count } : {}

const set = (resources: Partial<Record<Locale, Catalogue>>): Partial<Record<Locale, Catalogue>> =>
  resources.fr === undefined
    ? resources
    : { ...resources, fr: typeset(resources.fr as Messages) as Catalogue }

const start = (locale: Locale, resources: Partial<Record<Locale, Catalogue>>): i18n => {
  const instance = createInstance()
  const { fallback } = localeFacts[locale]
  void instance.init({
    lng: locale,
    fallbackLng: fallback ?? false,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    resources: set(resources) as Resource,
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    returnEmptyString: false,
  })
  return instance
}

/**
 * A fresh translator over the messages given: never a shared instance, since two requests in two
 * languages run at once. A key that does not exist comes back as it is, which the tests refuse.
 */
export function translatorFrom(locale: Locale, resources: Partial<Record<Locale, Catalogue>>): Translator {
  const instance = start(locale, resources)
  // The same key with the same values is always the same sentence, and a page says many of them many times over.
  const said = new Map<string, string>()
  const t = (key: string, values?: Values): string => {
    const asked = values === undefined ? key : `${key} ${JSON.stringify(values)}`
    const kept = said.get(asked)
    if (kept !== undefined) return kept
    const text = sentence(key, values ?? {})
    if (said.size >= MOST_SAID) said.clear()
    if (asked.length <= LONGEST_SAID && isSaid(key, values)) said.set(asked, text)
    return text
  }
  const sentence = (key: string, values: Values): string => {
    const { ns, path } = splitKey(key)
    // `count` stays a number for the plural rule; `replace` is what the sentence shows.
    return String(instance.t(path, { ns, ...counted(values), replace: written(locale, values) }))
  }
  // A sentence of several plural forms exists for a count only.
  const isSaid = (key: string, values?: Values): boolean => {
    const { ns, path } = splitKey(key)
    return instance.exists(path, { ns, ...counted(values) })
  }
  const has = (key: string): boolean => isSaid(key)
  return Object.assign(t, { locale, has })
}
