import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { type CampaignLine, myCampaigns } from '#app/queries/organiser/campaigns.ts'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { type Column, Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return found(await myCampaigns(args.context.app, actor))
}

export const handle = { title: 'campaign.campaigns.title' }

export default function Campaigns() {
  const t = useT()
  const locale = useLocale()
  const { campaigns, mayPrepare } = useLoaderData<typeof loader>()
  const prepare = mayPrepare ? (
    <ButtonLink variant="primary" href={paths.newCampaign(locale)}>
      {t('campaign.campaigns.prepare')}
    </ButtonLink>
  ) : null
  const hrefOf = (line: CampaignLine): string =>
    line.phase === 'preparation' && line.setup
      ? paths.campaignSetup(locale, line.id)
      : paths.tower(locale, line.id)
  const nameOf = (line: CampaignLine): string =>
    t('common.pair.named', {
      name: t('campaign.edition', { year: String(line.year) }),
      detail: shownIn(line.awardName, locale)?.text ?? '',
    })
  const columns: readonly Column<CampaignLine>[] = [
    {
      key: 'name',
      header: t('campaign.campaigns.name'),
      cell: (line) => (
        <>
          <Link href={hrefOf(line)} aria-label={nameOf(line)}>
            <bdi>{t('campaign.edition', { year: String(line.year) })}</bdi>
          </Link>{' '}
          <LocalizedText text={line.awardName} />
        </>
      ),
    },
    { key: 'phase', header: t('campaign.campaigns.phase'), cell: (line) => t(`common.phase.${line.phase}`) },
    {
      key: 'closesAt',
      header: t('campaign.campaigns.closesAt'),
      cell: (line) => (line.closesAt === null ? null : <Time at={line.closesAt} style="long" />),
    },
  ]
  return (
    <>
      <WorkTitle title={t('campaign.campaigns.title')} aside={prepare} />
      <div className="work">
        {campaigns.length === 0 ? (
          <EmptyState title={t('campaign.campaigns.emptyTitle')} action={prepare}>
            {t('campaign.campaigns.empty')}
          </EmptyState>
        ) : (
          <Table
            caption={t('campaign.campaigns.caption')}
            captionHidden
            columns={columns}
            rows={campaigns}
            rowKey={(line) => line.id}
            narrow="rows"
          />
        )}
      </div>
    </>
  )
}
