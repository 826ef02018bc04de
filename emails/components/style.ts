import type { CSSProperties } from 'react'
import type { Locale } from '#app/domain/kernel/localized.ts'

/** The picture of the mark inside a letter, which travels with it. */
export const MARK_CID = 'mark@imtiyaz'

/** Mail programs ignore style sheets: colours and sizes of experience.md stand on the elements themselves. */
export const colour = {
  ink: '#0B2A31',
  soft: '#375259',
  line: '#DDD8CB',
  ground: '#F2EFE7',
  paper: '#FAF8F3',
  sheet: '#FFFFFF',
  emerald: '#00624A',
} as const

// Unquoted family names are valid and spare an entity each; a letter stays under 20 KB.
const LATIN = 'IBM Plex Sans,Segoe UI,Arial,sans-serif'
const FAMILIES: Readonly<Record<Locale, string>> = {
  fr: LATIN,
  en: LATIN,
  ar: 'IBM Plex Sans Arabic,Segoe UI,Tahoma,Arial,sans-serif',
  zgh: 'IBM Plex Sans,Noto Sans Tifinagh,Ebrima,Segoe UI,sans-serif',
}
/** Family, side, line and ink are said once, on the table of a language; Word's engine in Outlook inherits none of them: it takes the family and the side of a label from the class, any other side from `dir`. */
export const family = (locale: Locale): CSSProperties => ({
  fontFamily: FAMILIES[locale],
  textAlign: start(locale),
  lineHeight: tall(locale),
  color: colour.ink,
})
const ofWord = (locale: Locale): string =>
  `${['td', 'th', 'p', 'h2'].map((tag) => `.${locale} ${tag}`).join(',')}{font-family:${FAMILIES[locale]}}.${locale} th{text-align:${start(locale)}}`
/**
 * For programs that follow the reader's theme: the dark tokens of section 2, by one-letter classes (g ground, s sheet,
 * p foot, i ink, q quiet, r rule, l hairline, b button), and narrower margins on a phone. The others keep the light colours, or turn
 * them by themselves: every pair also stands when both sides are inverted. The rows of a table
 * of facts take their hairline and the ink of their labels from here.
 */
const SHARED = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media(prefers-color-scheme:dark){.g{background:#08191D!important}.s{background:#0E242A!important}',
  '.p{background:#061316!important}.i{color:#F1EDE2!important}.q{color:#BCCACA!important}',
  '.s,.p,.l,.f td,.f th{border-color:#23414A!important}.r{border-color:#F1EDE2!important}',
  '.b{background:#55CBA3!important;color:#04120F!important;border-radius:3px}}',
  '@media(max-width:480px){.c{padding-left:20px!important;padding-right:20px!important}.w{width:112px!important}}',
  `.f td,.f th{font-size:16px;border-bottom:1px solid ${colour.line}}.f th{color:${colour.soft}}.ar .f td,.ar .f th{font-size:17px}`,
]
/** The sheet of a letter in these languages. */
export const sheetOf = (locales: readonly Locale[]): string => [...SHARED, ...locales.map(ofWord)].join('')

export const MONO = 'IBM Plex Mono,Consolas,monospace'
export const display = (locale: Locale): string => `Fustat,${FAMILIES[locale]}`

export const dirOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')
export const start = (locale: Locale): 'left' | 'right' => (locale === 'ar' ? 'right' : 'left')

/** Arabic stands a little larger and wider spaced, so that both scripts read alike. */
export const size = (locale: Locale, px: number): number => (locale === 'ar' ? px + 1 : px)
export const tall = (locale: Locale): number => (locale === 'ar' ? 1.8 : 1.6)
