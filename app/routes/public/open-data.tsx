import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { changedAt, LICENCE } from '#app/queries/exports/open-data.ts'
import { openDataSizes } from '#app/queries/exports/open-data-files.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { DataFiles } from '#app/ui/public/data-files.tsx'
import { DataKeys } from '#app/ui/public/data-keys.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { Prose } from '#app/ui/public/prose.tsx'
import { rollTold } from '#app/ui/public/roll-words.server.ts'
import { Link } from '#app/ui/primitives/link.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const editions = await publishedEditions(app.db.public)
  return {
    head: pageHead(request, app.origin, locale, {
      title: 'common.nav.openData',
      lead: 'public.openData.lead',
    }),
    origin: app.origin,
    licence: LICENCE,
    changed: changedAt(editions),
    sizes: await openDataSizes(app, editions, rollTold(app.origin)),
    replays: editions.filter(({ synthetic }) => synthetic).map(({ slug }) => slug),
    released: editions
      .filter(({ archived }) => !archived)
      .map(({ slug, snapshot }) => ({ slug, year: snapshot.campaign.year })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function OpenData() {
  const t = useT()
  const locale = useLocale()
  const { origin, licence, changed, sizes, released, replays } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={t('common.nav.openData')} lead={t('public.openData.lead')} />
      <div className="wrap">
        <Section
          title={t('public.openData.files')}
          lead={
            changed === null ? undefined : (
              <Phrase k="public.openData.changed" parts={{ date: <Time at={changed} show="date" /> }} />
            )
          }
        >
          <DataFiles sizes={sizes} origin={origin} />
          <p className="sm">
            {t('public.openData.licence')}{' '}
            <a href={licence.url} rel="license external">
              <bdi dir="ltr">{licence.name}</bdi>
            </a>
          </p>
          {replays.length === 0 ? null : <p className="sm">{t('public.edition.replayed')}</p>}
        </Section>
        <Section title={t('public.openData.keys')}>
          <DataKeys />
        </Section>
        <Section title={t('common.nav.recompute')}>
          <Prose of="public.openData.bundle" count={1} />
          <ul className="anchors">
            {released.map(({ slug, year }) => (
              <li key={slug}>
                <Link className="link" href={paths.recompute(locale, slug)}>
                  {t('public.edition.name', { year: String(year) })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}
