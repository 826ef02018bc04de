import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/http/paths.ts'
import { LOCALES, type Locale } from '#app/i18n/locales.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { sitemap, type SitemapPage } from '#app/queries/exports/sitemap.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { prizesOf } from '#app/queries/public/prizes.ts'
import { publishedEditions } from '#app/queries/public/published.ts'

const PAGES = [
  'home',
  'laureates',
  'regulation',
  'categories',
  'calendar',
  'juryRules',
  'questions',
  'openData',
  'log',
  'verify',
  'accessibility',
  'privacy',
  'contact',
] as const

/** Every public address in every language, from what is published and nothing else (T08). */
export async function loader({ context: { app } }: LoaderFunctionArgs) {
  const [editions, campaign] = await Promise.all([
    publishedEditions(app.db.public),
    publicCampaign(app.db.public),
  ])
  const inAll = (of: (locale: Locale) => string, changed: number | null = null): SitemapPage => ({
    addresses: LOCALES.map((locale) => ({ locale, url: app.origin + of(locale) })),
    changed,
  })
  const pages = [
    ...PAGES.map((page) =>
      inAll(
        (locale) => paths[page](locale),
        campaign.ok && page === 'regulation' ? campaign.value.version.frozenAt : null,
      ),
    ),
    ...editions.flatMap((edition) => [
      inAll((locale) => paths.edition(locale, edition.slug), edition.publishedAt),
      ...prizesOf(edition).flatMap(({ winner }) =>
        winner ? [inAll((locale) => paths.laureate(locale, winner.nominationId), edition.publishedAt)] : [],
      ),
    ]),
  ]
  return publicFile(sitemap(pages), 'application/xml; charset=utf-8')
}
