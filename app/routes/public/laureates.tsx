import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLaureateFilters } from '#app/queries/public/read-filters.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { openDataSizes } from '#app/queries/exports/open-data-files.ts'
import { archiveDiagram } from '#app/queries/public/archive-diagram.ts'
import { archiveLines } from '#app/queries/public/archive-lines.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { listLaureates } from '#app/queries/public/laureates.ts'
import { mostDistinguished } from '#app/queries/public/most-distinguished.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { ArchiveSky, SkyFinding, SkyKey } from '#app/ui/public/archive-sky.tsx'
import { ArchiveTable } from '#app/ui/public/archive-table.tsx'
import { EditionSheet } from '#app/ui/public/edition-sheet.tsx'
import { LaureateFilters, LaureateSearch } from '#app/ui/public/laureate-filters.tsx'
import { LaureatesEnd } from '#app/ui/public/laureates-end.tsx'
import { LaureateRoll } from '#app/ui/public/laureate-list.tsx'
import { editionCard } from '#app/ui/public/picture-told.server.ts'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { PrizeSprite } from '#app/ui/public/prize-glyph.tsx'
import { rollTold } from '#app/ui/public/roll-words.server.ts'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Pagination } from '#app/ui/primitives/pagination.tsx'
import { PageTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const [found, editions] = await Promise.all([
    publicCampaign(app.db.public),
    publishedEditions(app.db.public),
  ])
  const asked = readLaureateFilters(new URL(request.url).searchParams)
  const live = found.ok && !editions.some(({ slug }) => slug === found.value.slug) ? found.value : null
  const diagram = archiveDiagram(
    editions,
    live && { year: live.year, slug: live.slug, categories: live.regulation.categories },
  )
  const categories = new Map(
    editions.flatMap(({ snapshot }) => snapshot.categories).map(({ code, name }) => [code, name]),
  )
  const shown = editions.find(({ snapshot }) => snapshot.campaign.year === asked.year) ?? editions[0]
  return {
    head: pageHead(request, app.origin, locale, {
      title: 'public.laureates.title',
      lead: 'public.laureates.lead',
      ...(shown ? { picture: editionCard(locale, shown) } : {}),
    }),
    origin: app.origin,
    asked,
    list: listLaureates(editions, asked, { order: diagram.rows.map(({ code }) => code) }),
    diagram,
    lines: archiveLines(editions, diagram.columns),
    live: live?.regulation.categories.map(({ code }) => code) ?? [],
    years: editions.map(({ snapshot }) => snapshot.campaign.year),
    categories: [...categories].map(([code, name]) => ({ code, name })),
    edition: shown ?? null,
    most: mostDistinguished(editions),
    sizes: await openDataSizes(app, editions, rollTold(app.origin)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Laureates() {
  const t = useT()
  const locale = useLocale()
  const { origin, asked, list, diagram, lines, live, years, categories, edition, most, sizes } =
    useLoaderData<typeof loader>()
  const { year, category, prize, q, outcome } = asked
  const filters = { year: year?.toString(), category, prize, q, outcome }
  return (
    <>
      <PrizeSprite />
      <PageTitle
        title={t('public.laureates.title')}
        lead={t('public.laureates.lead')}
        aside={<LaureateSearch asked={filters} />}
      />
      <div className="wrap">
        <ArchiveSky
          columns={diagram.columns}
          rows={diagram.rows}
          selected={asked.year ?? null}
          liveCategories={live}
        />
        <SkyFinding columns={diagram.columns} rows={diagram.rows} />
        <div className="sky-foot">
          <SkyKey />
          <ArchiveTable lines={lines} />
        </div>
        <LaureateFilters
          asked={filters}
          years={years}
          categories={categories}
          laureates={list.laureates}
          withheld={list.withheld}
        />
        <div className="two">
          <div>
            {list.groups.length === 0 ? (
              <EmptyState title={t('public.laureates.noneFound')}>
                {t('public.laureates.noneFoundText')}
              </EmptyState>
            ) : null}
            <LaureateRoll groups={list.groups} asked={filters} />
            <Pagination
              page={list.page}
              pages={list.pages}
              hrefOf={(page) => paths.laureates(locale, { ...filters, page: String(page) })}
            />
          </div>
          {edition ? <EditionSheet edition={edition} /> : null}
        </div>
        <LaureatesEnd editions={years.length} most={most} sizes={sizes} origin={origin} />
      </div>
    </>
  )
}
