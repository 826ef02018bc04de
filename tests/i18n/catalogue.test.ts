import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DIRECTIONAL_CONTROLS } from '#app/i18n/bidi.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import { type Locale, localeFacts } from '#app/i18n/locales.ts'
import { type Messages, NAMESPACES, type Namespace, PUBLIC_NAMESPACES } from '#app/i18n/namespaces.ts'
import awaitingReview from '#app/i18n/awaiting-review.json' with { type: 'json' }

const PLURAL = /_(zero|one|two|few|many|other)$/
const flatten = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
const read = (locale: Locale, ns: Namespace): Map<string, string> =>
  new Map(flatten(catalogues[locale][ns] ?? {}))
const stems = (keys: Iterable<string>): Set<string> =>
  new Set([...keys].map((key) => key.replace(PLURAL, '')))
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? '')
const placeholdersOf = (messages: Map<string, string>, stem: string): string[] => {
  const all = [...messages]
    .filter(([key]) => key.replace(PLURAL, '') === stem)
    .flatMap(([, text]) => placeholders(text))
  return [...new Set(all)].sort()
}
/** The messages that have a form for each kind of number. */
const counted = (messages: Map<string, string>): Set<string> =>
  stems([...messages.keys()].filter((key) => PLURAL.test(key)))
/** One and two are said in a word of their own; none may be another sentence. */
const MAY_LACK: Readonly<Record<string, readonly string[]>> = {
  one: ['count', 'value'],
  two: ['count', 'value'],
}
const missingFrom = (one: Set<string>, other: Set<string>): string[] =>
  [...one].filter((key) => !other.has(key)).sort()
const pairs: [Locale, Locale, Namespace][] = [
  ...NAMESPACES.map((ns): [Locale, Locale, Namespace] => ['ar', 'fr', ns]),
  ...PUBLIC_NAMESPACES.map((ns): [Locale, Locale, Namespace] => ['ar', 'zgh', ns]),
  // A printed document has an Arabic half and a French one, and no English.
  ...NAMESPACES.filter((ns) => ns !== 'documents').map((ns): [Locale, Locale, Namespace] => ['ar', 'en', ns]),
]

describe('the catalogues', () => {
  it.each(pairs)('say the same keys in %s and %s: %s', (one, other, ns) => {
    const [a, b] = [stems(read(one, ns).keys()), stems(read(other, ns).keys())]
    expect({ [`only ${one}`]: missingFrom(a, b), [`only ${other}`]: missingFrom(b, a) }).toEqual({
      [`only ${one}`]: [],
      [`only ${other}`]: [],
    })
  })

  it.each(pairs)('use the same placeholders in %s and %s: %s', (one, other, ns) => {
    const [a, b] = [read(one, ns), read(other, ns)]
    const differing = [...stems(a.keys())].filter(
      (stem) => placeholdersOf(a, stem).join() !== placeholdersOf(b, stem).join(),
    )
    expect(differing).toEqual([])
  })

  it.each(['ar', 'fr', 'zgh', 'en'] as const)('carry every plural form of %s', (locale) => {
    const lacking = NAMESPACES.flatMap((ns) => {
      const messages = read(locale, ns)
      return [...counted(messages)].flatMap((stem) =>
        localeFacts[locale].plurals
          .filter((form) => !messages.has(`${stem}_${form}`))
          .map((form) => `${ns}.${stem}_${form}`),
      )
    })
    expect(lacking).toEqual([])
  })

  it.each(pairs)('count the same messages in %s and %s: %s', (one, other, ns) => {
    const [a, b] = [counted(read(one, ns)), counted(read(other, ns))]
    expect([...missingFrom(a, b), ...missingFrom(b, a)]).toEqual([])
  })

  it.each(['ar', 'fr', 'zgh', 'en'] as const)('lose no placeholder in one of the forms of %s', (locale) => {
    const lost = NAMESPACES.flatMap((ns) => {
      const messages = read(locale, ns)
      return [...messages].flatMap(([key, text]) => {
        const [, form] = PLURAL.exec(key) ?? []
        if (form === undefined || form === 'zero') return []
        return placeholdersOf(messages, key.replace(PLURAL, ''))
          .filter((name) => !placeholders(text).includes(name) && !MAY_LACK[form]?.includes(name))
          .map((name) => `${ns}.${key}: ${name}`)
      })
    })
    expect(lost).toEqual([])
  })

  it.each(['ar', 'fr', 'zgh', 'en'] as const)(
    'contain no directional mark and no empty text in %s',
    (locale) => {
      const stray = NAMESPACES.flatMap((ns) =>
        [...read(locale, ns)]
          .filter(([, text]) => text.trim() === '' || DIRECTIONAL_CONTROLS.test(text))
          .map(([key]) => `${ns}.${key}`),
      )
      expect(stray).toEqual([])
    },
  )

  it.each(['ar', 'fr', 'en'] as const)(
    'say in %s what to do about each figure that is not shown',
    (locale) => {
      const figures = [...read(locale, 'figures').keys()]
      const reasons = (group: string): string[] =>
        figures.flatMap((key) => (key.startsWith(group) ? [key.slice(group.length)] : []))
      expect(reasons('next.')).toEqual(reasons('withheld.'))
      expect(reasons('next.').length).toBeGreaterThan(30)
    },
  )

  it.each(['ar', 'fr', 'zgh', 'en'] as const)('use Latin digits in %s', (locale) => {
    const eastern = NAMESPACES.flatMap((ns) =>
      [...read(locale, ns)].filter(([, text]) => /[٠-٩۰-۹]/u.test(text)),
    )
    expect(eastern).toEqual([])
  })

  it('write percentages in words in Arabic: after an Arabic letter the sign would stand before its number', () => {
    const signs = NAMESPACES.flatMap((ns) =>
      [...read('ar', ns)].filter(([, text]) => /[\d}]\s?%/u.test(text)).map(([key]) => `${ns}.${key}`),
    )
    expect(signs).toEqual([])
  })

  it('part a Latin word from what follows it in Arabic: a number behind a comma would be read before it, and signs at its end on its other side', () => {
    const torn = NAMESPACES.flatMap((ns) =>
      [...read('ar', ns)].filter(([, text]) => /[A-Za-z][،؛]\s*(?:\{\{|\d)|:\/\/(?![A-Za-z])/.test(text)),
    )
    expect(torn).toEqual([])
  })

  it('list what still waits for a native reviewer, and only what exists', () => {
    const unknown = awaitingReview.keys.filter(({ locale, key }) => {
      const [ns = '', ...path] = key.split('.')
      return !stems(read(locale as Locale, ns as Namespace).keys()).has(path.join('.'))
    })
    expect(unknown).toEqual([])
    expect(awaitingReview.whole).toContainEqual({ locale: 'zgh', namespace: 'common' })
  })
})

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'),
    )
    .map((entry) => join(entry.parentPath, entry.name))

describe('the keys in the code', () => {
  it('exist in Arabic when they are written out', () => {
    const used = new RegExp(
      `\\bt\\(\\s*'((?:${NAMESPACES.join('|')})[.:][^'$]+)'|\\bk="((?:${NAMESPACES.join('|')})\\.[^"]+)"`,
      'g',
    )
    const unknown = sources(new URL('../../app', import.meta.url).pathname).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(used)]
        .map((found) => (found[1] ?? found[2] ?? '').replace(':', '.'))
        .filter((key) => {
          const [ns = '', ...path] = key.split('.')
          return !stems(read('ar', ns as Namespace).keys()).has(path.join('.'))
        })
        .map((key) => `${file.split('/app/')[1] ?? file}: ${key}`),
    )
    expect(unknown).toEqual([])
  })
})
