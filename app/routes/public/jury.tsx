import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { useT } from '#app/i18n/provider.tsx'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { Guards } from '#app/ui/public/home-jury.tsx'
import { JuryRules } from '#app/ui/public/jury-rules.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { Prose } from '#app/ui/public/prose.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const slug = params['slug'] === undefined ? undefined : readParams(params, { slug: 'code' }).slug
  const result = await publicCampaign(app.db.public, { slug })
  const head = pageHead(request, app.origin, locale, {
    title: 'common.nav.jury',
    lead: 'public.jury.lead',
    ...campaignCard(app.crypto.sha256, locale, result),
  })
  if (!result.ok && slug === undefined) return { head, campaign: null }
  const { slug: here, regulation } = found(result)
  return { head, campaign: { slug: here, regulation } }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function JuryPage() {
  const t = useT()
  const { campaign } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle title={t('common.nav.jury')} lead={t('public.jury.lead')} />
      <div className="wrap">
        <Section title={t('public.home.juryTitle')}>
          <Guards readers={campaign?.regulation.jury.readersPerNomination ?? null} all />
        </Section>
        {campaign ? <JuryRules regulation={campaign.regulation} slug={campaign.slug} /> : null}
        <Section title={t('public.jury.ethics')}>
          <Prose of="public.jury.charter" count={6} list />
        </Section>
      </div>
    </>
  )
}
