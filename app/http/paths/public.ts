import type { Locale } from '#app/i18n/locales.ts'

type Filters = Readonly<Record<string, string | undefined>>
const query = (filters: Filters): string => {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) words.set(name, value)
  return words.size > 0 ? `?${words.toString()}` : ''
}
const page = (name: string) => (locale: Locale) => `/${locale}/${name}`
/** A page of the current campaign, or of the one named. */
const ofCampaign = (name: string) => (locale: Locale, slug?: string) =>
  `/${locale}/${name}${slug ? `/${slug}` : ''}`

export const publicPaths = {
  home: (locale: Locale) => `/${locale}`,
  health: () => '/health',
  laureates: (locale: Locale, filters: Filters = {}) => `/${locale}/laureates${query(filters)}`,
  /** The permanent address of one distinction. */
  laureate: (locale: Locale, nominationId: string) => `/${locale}/laureates/${nominationId}`,
  edition: (locale: Locale, slug: string) => `/${locale}/editions/${slug}`,
  recompute: (locale: Locale, slug: string) => `/${locale}/editions/${slug}/recompute`,
  regulation: (locale: Locale, slug?: string, version?: number) =>
    `${ofCampaign('regulation')(locale, slug)}${version === undefined ? '' : `?version=${version}`}`,
  article: (locale: Locale, number: number, slug?: string) =>
    `${ofCampaign('regulation')(locale, slug)}#article-${number}`,
  categories: ofCampaign('categories'),
  category: (locale: Locale, code: string, slug?: string) =>
    `${ofCampaign('categories')(locale, slug)}#${code}`,
  calendar: ofCampaign('calendar'),
  juryRules: ofCampaign('jury-and-ethics'),
  questions: page('questions'),
  clarifications: (locale: Locale, after?: string) =>
    `/${locale}/questions${query({ after })}#clarifications`,
  openData: page('open-data'),
  verify: (locale: Locale, asked?: string) => `/${locale}/verify${query({ q: asked })}`,
  accessibility: page('accessibility'),
  privacy: page('privacy'),
  contact: page('contact'),
  /** What a browser shows when the network is gone. */
  offline: page('offline'),
  manifest: (locale: Locale) => `/${locale}/manifest.webmanifest`,
  icon: (size: number) => `/icons/${size}.png`,
  feed: (locale: Locale) => `/${locale}/feed.xml`,
  calendarFile: (locale: Locale, slug: string) => `/${locale}/calendar/${slug}/edition.ics`,
  openDataFile: (form: 'json' | 'csv' | 'ods') => `/open-data/palmares.${form}`,
  bundle: (slug: string) => `/open-data/${slug}/bundle.json`,
  /** The picture that stands for a shared page: of a laureate by nomination, `edition` or `campaign`. */
  picture: (slug: string, version: string, name: string) => `/pictures/${slug}/${version}/${name}.png`,
  bundleFile: (slug: string, name: string) => `/open-data/${slug}/files/${name}`,
  /** A file of the build, not a route. */
  verifier: () => '/open-data/imtiyaz-verify.mjs',
  /** The same checks as a script of the check page. */
  verifierHere: () => '/open-data/imtiyaz-verify-here.js',
  log: page('log'),
  logCheckpoint: () => '/open-data/log/checkpoint',
  logCheckpoints: () => '/open-data/log/checkpoints.json',
  logKey: () => '/open-data/log/key',
  logFile: () => '/open-data/log/log.jsonl',
  logInclusion: (index: number) => `/open-data/log/inclusion?index=${index}`,
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
} as const
