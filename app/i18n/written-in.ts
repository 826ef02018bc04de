import { dirOf, type Locale } from './locales.ts'

const ARABIC = /\p{Script=Arabic}/gu
const TIFINAGH = /\p{Script=Tifinagh}/gu
const LATIN = /\p{Script=Latin}/gu

/** What a page of that language says of the text of a person: nothing where it is written as the page itself. */
type Marked = { readonly lang: Locale; readonly dir: 'ltr' | 'rtl' } | { readonly dir: 'auto' }

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/**
 * Nobody says in which language a comment or a complaint is written, its letters do: most of them Arabic, Tifinagh or
 * Latin. Latin letters on a page written otherwise are French, the other language of work. A screen reader changes its
 * voice by this (WCAG 3.1.2), and the letters take the face and the size of their script.
 */
export function writtenIn(text: string, page: Locale): Marked {
  const counts: readonly (readonly [Locale, number])[] = [
    ['fr', countOf(text, LATIN)],
    ['ar', countOf(text, ARABIC)],
    ['zgh', countOf(text, TIFINAGH)],
  ]
  const [lang, most] = counts.reduce((best, one) => (one[1] > best[1] ? one : best))
  const own = page === 'en' ? 'fr' : page
  return most === 0 || lang === own ? { dir: 'auto' } : { lang, dir: dirOf(lang) }
}
