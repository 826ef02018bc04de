import type { Locale } from '#app/i18n/locales.ts'

const one = (locale: Locale, id: string): string => `/${locale}/secretariat/nominations/${id}`

export const secretariatPaths = {
  /** The campaigns whose files this clerk screens. */
  secretariatHome: (locale: Locale) => `/${locale}/secretariat`,
  screeningQueue: (locale: Locale, campaignId: string, query = '') =>
    `/${locale}/secretariat/campaigns/${campaignId}/queue${query}`,
  screeningFile: one,
  requestCompletion: (locale: Locale, id: string) => `${one(locale, id)}/completion`,
  screeningDecision: (locale: Locale, id: string) => `${one(locale, id)}/decision`,
  screeningAppeal: (locale: Locale, id: string) => `${one(locale, id)}/appeal`,
  screeningCategory: (locale: Locale, id: string) => `${one(locale, id)}/category`,
  complaintDesk: (locale: Locale, campaignId: string, query = '') =>
    `/${locale}/secretariat/campaigns/${campaignId}/complaints${query}`,
  complaintFigures: (locale: Locale, campaignId: string) =>
    `/${locale}/secretariat/campaigns/${campaignId}/complaints.csv`,
  deskComplaint: (locale: Locale, id: string) => `/${locale}/secretariat/complaints/${id}`,
} as const
