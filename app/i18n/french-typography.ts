import { type Locale, type Localized, textIn } from '#app/domain/kernel/localized.ts'
import type { Messages } from './namespaces.ts'

/** Only the kind of a space that was typed changes, so that no mark of punctuation begins a line. Addresses keep their colon. */
const frenchSpaces = (text: string): string =>
  text
    .replace(/[ \u00A0]([;?!»%])/gu, '\u202F$1')
    .replace(/«[ \u00A0]/gu, '«\u202F')
    .replace(/ :(?=\s|$)/gu, '\u00A0:')
    .replaceAll('n° ', 'n°\u00A0')

/**
 * French spaces and apostrophes, laid once over the catalogue so that nobody types them: U+202F before
 * ; ? ! and inside guillemets, U+00A0 before a colon (Imprimerie nationale) and after n°, U+2011 in the number of a law.
 */
export const frenchTypography = (text: string): string =>
  frenchSpaces(text.replaceAll("'", '’')).replace(/\b(\d\d)-(\d\d)\b(?!-)/gu, '$1\u2011$2')

/** A text of the record as it is shown: French typed with a typewriter's apostrophe and spaces is set; the record keeps its own. */
export const asShown = (text: string, lang: string): string =>
  lang === 'fr' ? frenchSpaces(text.replace(/(?<=\p{L})'(?=[\p{L}\p{N}«])/gu, '’')) : text

/** A text of the record in the language of the page, else in the first that it has, as it is shown (`asShown`). */
export function shownIn(text: Localized, locale: Locale): { text: string; lang: Locale } | null {
  const found = textIn(text, locale)
  return found && { ...found, text: asShown(found.text, found.lang) }
}

const done = new WeakMap<Messages, Messages>()
/** The same messages with French typography; computed once per file. */
export function typeset(messages: Messages): Messages {
  const known = done.get(messages)
  if (known !== undefined) return known
  const out = Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? frenchTypography(value) : typeset(value),
    ]),
  )
  done.set(messages, out)
  return out
}
