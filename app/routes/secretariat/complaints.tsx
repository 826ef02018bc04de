import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { COMPLAINT_VIEWS, complaintDesk } from '#app/queries/secretariat/complaints.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { ComplaintFigures } from '#app/ui/complaint/complaint-figures.tsx'
import { ComplaintTag } from '#app/ui/complaint/complaint-tag.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
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
    <Table
      caption={t(`complaint.views.${view}`)}
      narrow="rows"
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('complaint.deskEmpty')}
      columns={[
        {
          key: 'number',
          header: t('complaint.number'),
          cell: ({ id, number }) => (
            <Link href={paths.deskComplaint(t.locale, id)}>
              <Reference code>{number}</Reference>
            </Link>
          ),
        },
        { key: 'kind', header: t('complaint.kind'), cell: ({ kind }) => t(`complaint.kinds.${kind}`) },
        { key: 'about', header: t('complaint.about'), cell: ({ about }) => t(`complaint.subjects.${about}`) },
        {
          key: 'body',
          header: t('nomination.administration'),
          cell: ({ administration }) => <LocalizedText text={administration} />,
        },
        { key: 'state', header: t('complaint.stands'), cell: ({ state }) => <ComplaintTag state={state} /> },
        {
          key: 'filed',
          header: t('complaint.filedAt'),
          cell: ({ filedAt }) => <Time at={filedAt} style="short" show="date" />,
        },
        {
          key: 'due',
          header: t('complaint.dueAt'),
          cell: ({ dueAt }) => <Time at={dueAt} style="short" />,
        },
      ]}
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
        meta={<bdi>{campaign.year}</bdi>}
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
