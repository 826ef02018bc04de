import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { COMPLAINT_VIEWS, complaintDesk } from '#app/queries/secretariat/complaints.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { ComplaintFigures } from '#app/ui/complaint/complaint-figures.tsx'
import { ComplaintTable } from '#app/ui/complaint/complaint-table.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const query = new URL(args.request.url).searchParams
  const view = COMPLAINT_VIEWS.find((one) => one === query.get('view')) ?? 'open'
  const asked = { view, after: query.get('after') }
  return {
    ...found(await complaintDesk(args.context.app, actor, campaignId, asked)),
    views: COMPLAINT_VIEWS,
  }
}

export const handle = { title: 'work.nav.complaints' }

type Desk = ReturnType<typeof useLoaderData<typeof loader>>

function Waiting({ rows, view }: Pick<Desk, 'rows' | 'view'>) {
  const t = useT()
  return (
    <ComplaintTable
      caption={t(`complaint.views.${view}`)}
      captionHidden
      rows={rows}
      empty={t('complaint.deskEmpty')}
      hrefOf={(id) => paths.deskComplaint(t.locale, id)}
      subject={{
        key: 'body',
        header: t('nomination.administration'),
        cell: ({ administration }) => <LocalizedText text={administration} />,
      }}
    />
  )
}

export default function ComplaintDeskPage() {
  const t = useT()
  const { campaign, rows, view, views, next, figures, targetDays } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('work.nav.complaints')}
        other={<LocalizedText text={campaign.name} />}
        crumbs={[
          {
            href: paths.tower(t.locale, campaign.id),
            label: <bdi>{t('campaign.edition', { year: String(campaign.year) })}</bdi>,
          },
        ]}
      />
      <div className="work stack">
        <nav className="tabs" aria-label={t('complaint.views.label')}>
          {views.map((one) => (
            <Link
              key={one}
              href={paths.complaintDesk(t.locale, campaign.id, `?view=${one}`)}
              current={one === view ? 'page' : undefined}
            >
              {t(`complaint.views.${one}`)}
            </Link>
          ))}
        </nav>
        <Waiting rows={rows} view={view} />
        <NextPage
          href={
            next === null ? null : paths.complaintDesk(t.locale, campaign.id, `?view=${view}&after=${next}`)
          }
        />
        <ComplaintFigures
          lines={figures}
          targetDays={targetDays}
          csvHref={paths.complaintFigures(t.locale, campaign.id)}
        />
      </div>
    </>
  )
}
