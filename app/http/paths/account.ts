import type { Locale } from '#app/i18n/locales.ts'

const back = (to?: string): string => (to ? `?to=${encodeURIComponent(to)}` : '')

export const accountPaths = {
  signIn: (locale: Locale, to?: string) => `/${locale}/account/sign-in${back(to)}`,
  secondFactor: (locale: Locale, to?: string) => `/${locale}/account/second-factor${back(to)}`,
} as const
