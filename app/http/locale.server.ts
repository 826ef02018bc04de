import { isLocale, LOCALES, type Locale } from '#app/i18n/locales.ts'
import { cookieIn, readCookie } from './flash.server.ts'

export const LOCALE_COOKIE = '__Host-imtiyaz-locale'
export const THEME_COOKIE = '__Host-imtiyaz-theme'
export type Theme = 'light' | 'dark'

/** The locale of a page is in its address; anything else is not a page. */
export function localeOf(params: { readonly locale?: string | undefined }): Locale {
  if (!isLocale(params.locale)) throw new Response(null, { status: 404 })
  return params.locale
}

/** For `/` alone: cookie, then Accept-Language, then Arabic. */
export function preferredLocale(request: Request): Locale {
  const chosen = readCookie(request, LOCALE_COOKIE)
  if (isLocale(chosen)) return chosen
  const asked = (request.headers.get('accept-language') ?? '').toLowerCase().slice(0, 500).split(',')
  for (const tag of asked) {
    const language = tag.trim().split(/[-;]/)[0]
    const found = LOCALES.find((locale) => locale === language || (locale === 'zgh' && language === 'ber'))
    if (found) return found
  }
  return 'ar'
}

export const themeOf = (request: Request): Theme | null => themeIn(request.headers.get('cookie') ?? '')

/** The theme that a `Cookie` header asks for. */
export function themeIn(cookies: string): Theme | null {
  const theme = cookieIn(cookies, THEME_COOKIE)
  return theme === 'light' || theme === 'dark' ? theme : null
}

const YEAR = 31_536_000
export const preferenceCookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${YEAR}`

/** Only a path of this site: one leading slash, no backslash, resolved against our own origin (T36). */
export function safePath(candidate: unknown, otherwise: string): string {
  if (typeof candidate !== 'string' || candidate.length > 500 || !/^\/(?![/\\])/.test(candidate))
    return otherwise
  if (!URL.canParse(candidate, 'http://own.invalid')) return otherwise
  const resolved = new URL(candidate, 'http://own.invalid')
  // `/a/..//b` resolves to `//b`, which a browser reads as another host: the result is looked at, not only what was asked.
  const path = resolved.pathname + resolved.search
  return resolved.origin === 'http://own.invalid' && /^\/(?![/\\])/.test(path) ? path : otherwise
}
