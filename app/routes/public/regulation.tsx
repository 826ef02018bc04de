import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { notFound } from '#app/http/respond.server.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { NoCampaign } from '#app/ui/public/no-campaign.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { RegulationArticles } from '#app/ui/public/regulation-articles.tsx'
import { VersionList } from '#app/ui/public/version-list.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'
import { PageTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const slug = params['slug'] === undefined ? undefined : readParams(params, { slug: 'code' }).slug
  const asked = new URL(request.url).searchParams.get('version')
  if (asked !== null && !/^[1-9]\d{0,3}$/.test(asked)) throw notFound()
  const result = await publicCampaign(app.db.public, {
    slug,
    ...(asked === null ? {} : { version: Number(asked) }),
  })
  const head = pageHead(request, app.origin, locale, {
    title: 'public.regulation.title',
    lead: 'public.regulation.lead',
    ...campaignCard(app.crypto.sha256, locale, result),
  })
  if (!result.ok && slug === undefined && asked === null) return { head, campaign: null }
  return { head, campaign: found(result) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function RegulationPage() {
  const t = useT()
  const locale = useLocale()
  const { campaign } = useLoaderData<typeof loader>()
  if (campaign === null) return <NoCampaign title={t('public.regulation.title')} />
  const { regulation, slug, version, versions } = campaign
  return (
    <>
      <PageTitle
        title={t('public.regulation.title')}
        lead={
          <Phrase
            k="common.pair.named"
            values={{ detail: t('public.edition.name', { year: String(campaign.year) }) }}
            parts={{ name: <LocalizedText text={campaign.awardName} /> }}
          />
        }
      />
      <div className="wrap">
        <div className="reading">
          <nav className="reading__nav" aria-label={t('public.regulation.articles')}>
            <VersionList versions={versions} current={version.number} slug={slug} />
            <ol>
              {regulation.articles.map((article) => (
                <li key={article.number}>
                  <Link href={`#article-${article.number}`}>
                    {article.number}. <LocalizedText text={article.title} />
                  </Link>
                </li>
              ))}
            </ol>
            <p>
              <Link className="link" href={paths.calendar(locale, slug)}>
                {t('common.nav.calendar')}
              </Link>
            </p>
          </nav>
          <RegulationArticles regulation={regulation} slug={slug} />
        </div>
      </div>
    </>
  )
}
