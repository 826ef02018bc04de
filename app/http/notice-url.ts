import type { Locale } from '#app/domain/kernel/localized.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { paths } from './paths.ts'

type Where = (locale: Locale, facts: Facts) => string | null

const fact = (facts: Facts, name: string): string | null => {
  const value = facts[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Which page answers which notice; what is missing here opens the reader's own start page. */
const PAGES: Readonly<Record<string, Where>> = {}

export const noticeUrl =
  (origin: string) =>
  (notice: string, locale: Locale, facts: Facts): string | null => {
    const path = PAGES[notice]?.(locale, facts) ?? paths.home(locale)
    return `${origin}${path}`
  }
void fact
