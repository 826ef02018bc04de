import type { Pair, Spoken, Words } from '#app/domain/document/block.ts'
import { type Localized, textIn } from '#app/domain/kernel/localized.ts'
import { asShown } from '#app/i18n/french-typography.ts'
import { createTranslator, type Translator, type Values } from '#app/i18n/translator.ts'

export type { Pair, Spoken, Words }

export const SIDES = ['fr', 'ar'] as const
export type Side = (typeof SIDES)[number]

const translators: Record<Side, Translator> = {
  fr: createTranslator('fr', ['documents']),
  ar: createTranslator('ar', ['documents']),
}

export const words = (key: string, values: Values = {}): Words => ({
  fr: translators.fr(`documents.${key}`, values),
  ar: translators.ar(`documents.${key}`, values),
})

type Quoting = Readonly<Record<string, Values[string] | Spoken>>
const isSpoken = (value: Quoting[string]): value is Spoken =>
  typeof value === 'object' && !Array.isArray(value)
/** One text of several; neighbours in the same language are one piece, so that a line of one language is one text. */
export function inOne(side: Side, pieces: readonly Spoken[]): Spoken {
  const runs = pieces.reduce<Spoken[]>((done, { text, lang }) => {
    const last = done.at(-1)
    return last?.lang === lang
      ? [...done.slice(0, -1), { text: last.text + text, lang }]
      : [...done, { text, lang }]
  }, [])
  const [only] = runs
  if (only !== undefined && runs.length === 1) return only
  return { text: runs.map(({ text }) => text).join(''), lang: side, ...(runs.length > 1 && { runs }) }
}

/** Private signs around a quoted text, between its making and its cutting: no record can hold them on a page. */
const QUOTED = /\uE000([a-z]+)\uE001([^\uE002]*)\uE002/u

function told(side: Side, key: string, values: Quoting): Spoken {
  const marked = Object.entries(values).map(([name, value]) => {
    if (!isSpoken(value)) return [name, value]
    const text = value.text.replaceAll(/[\uE000-\uE002]/gu, '')
    return [name, value.lang === side ? text : `\uE000${value.lang}\uE001${text}\uE002`]
  })
  const pieces = translators[side](`documents.${key}`, Object.fromEntries(marked) as Values).split(QUOTED)
  // Cut at a pattern with two groups: own words, language, quoted text, own words …
  const runs = pieces.flatMap((piece, at): Spoken[] =>
    at % 3 === 1 || piece === ''
      ? []
      : [{ text: piece, lang: at % 3 === 2 ? (pieces[at - 1] ?? side) : side }],
  )
  return inOne(side, runs)
}

/** The same sentence twice, its values made for each side; a value in the other language is marked in it. */
export const sentence = (key: string, valuesOf: (side: Side) => Quoting = () => ({})): Pair => ({
  fr: told('fr', key, valuesOf('fr')),
  ar: told('ar', key, valuesOf('ar')),
})

/** Latin words, figures and the sign that ends them (`Chahada+`, `Portail (DGCT)`): in Arabic they keep their own direction. */
const LATIN =
  /(\p{Script=Latin}(?:[^\p{Script=Arabic}()«»،؛؟:]*(?:[\p{Script=Latin}\d+#]|\([^()«»\p{Script=Arabic}]*\)))?)/u

function inSide(localized: Localized, side: Side): Spoken {
  const found = textIn(localized, side)
  if (found === null) return { text: '–', lang: side }
  const text = asShown(found.text, found.lang)
  if (found.lang !== 'ar') return { text, lang: found.lang }
  // Cut at a pattern with one group: Arabic, Latin, Arabic …
  const pieces = text.split(LATIN).map((piece, at) => ({ text: piece, lang: at % 2 === 1 ? 'fr' : 'ar' }))
  return inOne(
    side,
    pieces.filter((piece) => piece.text !== ''),
  )
}
export const spoken = (text: Localized): Pair => ({ fr: inSide(text, 'fr'), ar: inSide(text, 'ar') })
/** `2/3` as each side reads it: Arabic writes no slash, which would turn the fraction over. */
export const fraction = (text: string, side: Side): string =>
  side === 'ar' ? text.replace(/\s*\/\s*/u, ' من ') : text

/** What a sentence of this side quotes. */
export const quoted = (text: Localized, side: Side): Spoken => inSide(text, side)

/** A person's name: as it is written, on both sides. */
export const asWritten = (text: string): Pair => {
  const lang = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr'
  return { fr: { text, lang }, ar: { text, lang } }
}
