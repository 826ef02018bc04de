import type { Locale } from '#app/i18n/locales.ts'

export const publicPaths = {
  home: (locale: Locale) => `/${locale}`,
  health: () => '/health',
} as const
