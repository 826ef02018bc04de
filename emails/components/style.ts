import type { CSSProperties } from 'react'
import type { MailLocale } from '../message.ts'

/** Mail programs ignore style sheets: colours and sizes of experience.md stand on the elements themselves. */
export const colour = {
  ink: '#0B2A31',
  soft: '#375259',
  line: '#DDD8CB',
  ground: '#F2EFE7',
  paper: '#FAF8F3',
  sheet: '#FFFFFF',
  emerald: '#00624A',
  saffron: '#E2A31B',
} as const

// Unquoted family names are valid and spare an entity each; a letter stays under 20 KB.
const LATIN = 'IBM Plex Sans,Segoe UI,Arial,sans-serif'
const ARABIC = 'IBM Plex Sans Arabic,Segoe UI,Tahoma,Arial,sans-serif'
export const MONO = 'IBM Plex Mono,Consolas,monospace'

export const dirOf = (locale: MailLocale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr')
export const start = (locale: MailLocale): 'left' | 'right' => (locale === 'ar' ? 'right' : 'left')

/** A table cell: no margin, its side comes from `align`. */
export const cell = (locale: MailLocale, size: number, more: CSSProperties = {}): CSSProperties => {
  const { fontFamily, fontSize, color } = type(locale, size)
  return { fontFamily, fontSize, color, ...more }
}

/** Arabic stands a little larger and wider spaced, so that both scripts read alike. */
export function type(locale: MailLocale, size: number, more: CSSProperties = {}): CSSProperties {
  const arabic = locale === 'ar'
  return {
    margin: 0,
    fontFamily: arabic ? ARABIC : LATIN,
    fontSize: arabic ? size + 1 : size,
    lineHeight: arabic ? 1.8 : 1.6,
    color: colour.ink,
    textAlign: start(locale),
    ...more,
  }
}
