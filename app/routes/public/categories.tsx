import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { paths } from '#app/http/paths.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { NoCampaign } from '#app/ui/public/no-campaign.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { CategorySection } from '#app/ui/public/rubric-view.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { PageTitle } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const slug = params['slug'] === undefined ? undefined : readParams(params, { slug: 'code' }).slug
  const result = await publicCampaign(app.db.public, { slug })
  const head = pageHead(request, app.origin, locale, {
    title: 'public.categories.title',
    lead: 'public.categories.lead',
    ...campaignCard(app.crypto.sha256, locale, result),
  })
  if (!result.ok && slug === undefined) return { head, campaign: null }
  const { year, slug: here, regulation } = found(result)
  return { head, campaign: { year, slug: here, categories: regulation.categories } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Categories() {
  const t = useT()
  const locale = useLocale()
  const { campaign } = useLoaderData<typeof loader>()
  if (campaign === null) return <NoCampaign title={t('public.categories.title')} />
  return (
    <>
      <PageTitle title={t('public.categories.title')} lead={t('public.categories.lead')} />
      <div className="wrap">
        <nav aria-label={t('common.nav.categories')}>
          <ul className="anchors">
            {campaign.categories.map((category) => (
              <li key={category.code}>
                <Link className="link" href={`#${category.code}`}>
                  <LocalizedText text={category.name} />
                </Link>
              </li>
            ))}
            <li>
              <Link className="link" href={paths.regulation(locale, campaign.slug)}>
                {t('public.categories.regulation', { year: String(campaign.year) })}
              </Link>
            </li>
          </ul>
        </nav>
        {campaign.categories.map((category) => (
          <CategorySection key={category.code} category={category} />
        ))}
      </div>
    </>
  )
}
