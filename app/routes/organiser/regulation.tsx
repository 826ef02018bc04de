import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { BlockerList } from '#app/ui/organiser/blocker-list.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { Dots } from '#app/ui/primitives/dots.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { ruleKey } from '#app/ui/public/rule-value.tsx'
import { Table } from '#app/ui/primitives/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  return {
    head,
    articles: regulation.articles.map(({ number, title, carries }) => ({ number, title, carries })),
    blockers: blockersOf(blockers, ['article', 'regulation']),
  }
}

export const handle = { title: 'campaign.regulation.title' }

export default function RegulationPage() {
  const t = useT()
  const locale = useLocale()
  const { head, articles, blockers } = useLoaderData<typeof loader>()
  const column = (name: string) => t(`campaign.regulation.column.${name}`)
  const written = (text: string, lang: 'ar' | 'fr') => (
    <bdi lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
      {text}
    </bdi>
  )
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.regulation.title')} setup />
      <div className="work">
        {blockers.length === 0 ? null : <BlockerList campaignId={head.id} blockers={blockers} />}
        <Table
          caption={t('campaign.regulation.caption')}
          captionHidden
          columns={[
            {
              key: 'article',
              header: column('article'),
              cell: ({ number }) => (
                <Link className="nowrap" href={paths.campaignArticle(locale, head.id, number)}>
                  {t('campaign.regulation.number', { number })}
                </Link>
              ),
            },
            {
              key: 'ar',
              header: column('ar'),
              cell: ({ title }) =>
                title.ar === '' ? t('campaign.regulation.missing') : written(title.ar, 'ar'),
            },
            {
              key: 'fr',
              header: column('fr'),
              cell: ({ title }) =>
                title.fr === '' ? t('campaign.regulation.missing') : written(title.fr, 'fr'),
            },
            {
              key: 'carries',
              header: column('carries'),
              cell: ({ carries }) => (
                <Dots>{carries.map(ruleKey).flatMap((key) => (t.has(key) ? [t(key)] : []))}</Dots>
              ),
            },
          ]}
          rows={articles}
          rowKey={({ number }) => String(number)}
          narrow="rows"
        />
      </div>
    </>
  )
}
