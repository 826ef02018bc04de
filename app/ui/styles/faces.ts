import code from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url'
import codeStrong from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2?url'
import tifinagh from '@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2?url'
import type { Locale } from '#app/i18n/locales.ts'
import { arabicIn } from './arabic-in.ts'
import late from './fonts.css?url'
import brandArabic from './generated/brand-arabic.woff2?url'
import still from './generated/fonts-still.css?url'
import namesArabic from './generated/names-arabic.woff2?url'
import namesTifinagh from './generated/names-tifinagh.woff2?url'
import arabic from './generated/text-arabic-400.woff2?url'
import arabicStrong from './generated/text-arabic-600.woff2?url'
import latin from './generated/text-latin.woff2?url'
import arabicTitle from './generated/title-arabic.woff2?url'
import latinTitle from './generated/title-latin.woff2?url'

/** The style sheet of the faces: a page without scripts stays in those of its first painting (app/cli/fonts.mjs). */
export const faceSheet = (scripts: boolean): string => (scripts ? late : still)

const EARLY: Readonly<Record<Locale, readonly string[]>> = {
  ar: [arabic, arabicTitle, latin],
  fr: [latin, latinTitle],
  zgh: [tifinagh, latin, latinTitle],
  en: [latin, latinTitle],
}

/** The faces of the running text and of titles, asked for before the style sheet is read. */
export const earlyFaces = (locale: Locale): readonly string[] => EARLY[locale]

/** The names that stand on every page have a face of their own (`CUTS` in app/cli/fonts.mjs). */
const NAMES = /(?:المملكة المغربية|العربية|امتياز)(?=<)/g

/** What some faces besides those of every page are seen by: each sign stands in one tag or between two of them. */
const SEEN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[‐‑]/, [namesArabic]],
  [/class="[^"]*\b(code|api|files)\b/, [code]],
  [/<(a|b|strong|th)\b[^>]*>(<[^>]*>)?<[^>]*class="code|class="[^"]*\bfiles\b/, [codeStrong]],
]

/**
 * The address of every face that a drawn page is lettered in, for its head: a face that is not asked for there comes too
 * late for the first painting, in which a page without scripts stays; and coming late it would move what it letters.
 */
export function facesOf(locale: Locale, page: string): string[] {
  const body = page.slice(page.indexOf('<body')).replace(NAMES, '')
  const always = locale === 'ar' ? [arabicStrong, latinTitle, brandArabic] : [brandArabic, namesArabic]
  const seen = SEEN.filter(([sign]) => sign.test(body)).flatMap(([, faces]) => faces)
  const { isSeen, isStrong, isTitled } = arabicIn(body)
  const arabics = [isSeen && arabic, isStrong && arabicStrong, isTitled && arabicTitle]
  const asked = [...EARLY[locale], ...always, namesTifinagh, ...arabics, ...seen]
  return [...new Set(asked.filter((face) => face !== false))]
}
