import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { atomFeed } from '#app/queries/exports/atom-feed.ts'
import { publicFile } from '#app/queries/exports/public-answer.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { paths } from '#app/http/paths.ts'
import { translatorOf } from '#app/ui/public/page-head.server.ts'

/** Editions as they are released, in the language of the address. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const t = translatorOf(locale)
  const feed = atomFeed(await publishedEditions(app.db.public), {
    locale,
    title: `${t('common.site.name')} · ${t('public.laureates.title')}`,
    self: app.origin + paths.feed(locale),
    site: app.origin + paths.laureates(locale),
    entryUrl: (slug) => app.origin + paths.edition(locale, slug),
    entryTitle: (year) => t('public.edition.name', { year: String(year) }),
    summary: (laureates, withheld) =>
      t('public.laureates.count', {
        laureates: t('common.unit.laureate', { count: laureates }),
        withheld: t('public.sky.withheld', { count: withheld }),
      }),
    replayed: t('public.edition.replayed'),
  })
  return publicFile(feed, 'application/atom+xml; charset=utf-8')
}
