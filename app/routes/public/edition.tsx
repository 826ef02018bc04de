import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { notFound } from '#app/http/respond.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { publicDocuments } from '#app/queries/public/checked-document.ts'
import { listLaureates } from '#app/queries/public/laureates.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import { resultFiles } from '#app/queries/public/result-files.ts'
import { EditionFacts, EditionSources, hasSources } from '#app/ui/public/edition-facts.tsx'
import { LaureateGroups } from '#app/ui/public/laureate-list.tsx'
import { editionCard } from '#app/ui/public/picture-told.server.ts'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { PrizeSprite } from '#app/ui/public/prize-glyph.tsx'
import { StarPanel } from '#app/ui/public/star-panel.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

/** More prizes than one edition ever gives: the whole edition stands on its page. */
const WHOLE = 500

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { slug } = readParams(params, { slug: 'code' })
  const edition = (await publishedEditions(app.db.public)).find((one) => one.slug === slug)
  if (!edition) throw notFound()
  const values = { year: String(edition.snapshot.campaign.year) }
  return {
    head: pageHead(request, app.origin, locale, {
      title: 'public.edition.name',
      values,
      picture: editionCard(locale, edition),
    }),
    edition,
    list: listLaureates([edition], {}, { size: WHOLE }),
    documents: await publicDocuments(app.db.public, edition.snapshot.campaign.id, 'palmares'),
    hasBundle: (await resultFiles(app.db.public, edition)).length > 0,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Edition() {
  const t = useT()
  const locale = useLocale()
  const { edition, list, hasBundle, documents } = useLoaderData<typeof loader>()
  const { campaign } = edition.snapshot
  const counted = t('public.laureates.count', {
    laureates: t('common.unit.laureate', { count: list.laureates }),
    withheld: t('public.sky.withheld', { count: list.withheld }),
  })
  return (
    <>
      <PrizeSprite />
      <PageTitle
        title={t('public.edition.name', { year: String(campaign.year) })}
        lead={<LocalizedText text={campaign.awardName} />}
        crumbs={[{ href: paths.laureates(locale), label: t('public.laureates.title') }]}
      />
      <div className="wrap">
        {edition.synthetic ? <Banner kind="info">{t('public.edition.replayed')}</Banner> : null}
        {edition.number > 1 ? (
          <Banner kind="info">{t('public.edition.corrected', { number: edition.number })}</Banner>
        ) : null}
        <p className="chips">
          <strong>{counted}</strong>
        </p>
        <div className="two">
          <div>
            <LaureateGroups groups={list.groups} withYear={false} />
          </div>
          <aside className="det" aria-label={t('public.edition.facts')}>
            <StarPanel kind={list.laureates === 0 ? 'withheld' : 'excellence'} />
            <div className="bd">
              <EditionFacts edition={edition} />
              <DocumentLinks documents={documents} />
              {hasBundle ? (
                <div className="acts">
                  <Link className="link" href={paths.recompute(locale, edition.slug)} iconEnd="arrow-right">
                    {t('common.nav.recompute')}
                  </Link>
                </div>
              ) : null}
            </div>
          </aside>
        </div>
        {hasSources(edition) ? (
          <Section title={t('public.edition.sourcesTitle')}>
            <EditionSources edition={edition} />
          </Section>
        ) : null}
      </div>
    </>
  )
}
