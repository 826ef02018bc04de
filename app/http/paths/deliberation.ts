import type { Locale } from '#app/i18n/locales.ts'

const session = (locale: Locale, id: string): string => `/${locale}/deliberation/sessions/${id}`

export const deliberationPaths = {
  convene: (locale: Locale, campaignId: string) => `/${locale}/deliberation/campaigns/${campaignId}/convene`,
  room: (locale: Locale, sessionId: string, itemId?: string) =>
    itemId === undefined ? session(locale, sessionId) : `${session(locale, sessionId)}?item=${itemId}`,
  /** The figures of one point as files. */
  roomFiles: (locale: Locale, sessionId: string, itemId: string) => ({
    figures: `${session(locale, sessionId)}/figures.csv?item=${itemId}`,
    weights: `${session(locale, sessionId)}/weights.csv?item=${itemId}`,
  }),
  seatRoom: (locale: Locale, sessionId: string) => `${session(locale, sessionId)}/seat`,
  attendance: (locale: Locale, sessionId: string) => `${session(locale, sessionId)}/attendance`,
  minutes: (locale: Locale, sessionId: string) => `${session(locale, sessionId)}/minutes`,
  dissent: (locale: Locale, sessionId: string) => `${session(locale, sessionId)}/dissent`,
  decision: (locale: Locale, sessionId: string, itemId: string) =>
    `${session(locale, sessionId)}/items/${itemId}/decision`,
  ballot: (locale: Locale, motionId: string) => `/${locale}/deliberation/ballots/${motionId}`,
  release: (locale: Locale, campaignId: string) => `/${locale}/release/campaigns/${campaignId}`,
  matrix: (locale: Locale, campaignId: string) => `/${locale}/release/campaigns/${campaignId}/matrix.json`,
  wholeLog: (locale: Locale, campaignId: string) => `/${locale}/release/campaigns/${campaignId}/log.jsonl`,
  trail: (locale: Locale, campaignId: string, search: { act?: string; before?: number } = {}) => {
    const kept = new URLSearchParams()
    if (search.act) kept.set('act', search.act)
    if (search.before !== undefined) kept.set('before', String(search.before))
    const query = kept.toString()
    return `/${locale}/release/campaigns/${campaignId}/trail${query ? `?${query}` : ''}`
  },
} as const
