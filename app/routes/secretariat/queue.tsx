import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { QUEUE_VIEWS, screeningQueue } from '#app/queries/secretariat/queue.ts'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { StatusTag } from '#app/ui/patterns/status-tag.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
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
  const view = QUEUE_VIEWS.find((one) => one === query.get('view')) ?? 'open'
  const asked = { view, after: query.get('after') }
  const screen = await screeningQueue(args.context.app, actor, campaignId, asked)
  if (!screen.ok) throw notFound()
  return { ...screen.value, views: QUEUE_VIEWS }
}

export const handle = { title: 'work.nav.screeningQueue' }

export default function QueuePage() {
  const t = useT()
  const { campaign, rows, view, views, next, documents, hidesOwn } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('work.nav.screeningQueue')}
        other={<LocalizedText text={campaign.name} />}
        crumbs={[
          {
            href: paths.tower(t.locale, campaign.id),
            label: <bdi>{t('campaign.edition', { year: String(campaign.year) })}</bdi>,
          },
        ]}
        aside={
          <ButtonLink href={paths.complaintDesk(t.locale, campaign.id)}>
            {t('work.nav.complaints')}
          </ButtonLink>
        }
      />
      <div className="work stack">
        <nav className="tabs" aria-label={t('secretariat.queue.views')}>
          {views.map((one) => (
            <Link
              key={one}
              href={paths.screeningQueue(t.locale, campaign.id, `?view=${one}`)}
              current={one === view ? 'page' : undefined}
            >
              {t(`secretariat.queue.view.${one}`)}
            </Link>
          ))}
        </nav>
        {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        {rows.length === 0 ? (
          <EmptyState title={t('secretariat.queue.empty')}>{t('secretariat.queue.emptyBody')}</EmptyState>
        ) : (
          <Table
            caption={t(`secretariat.queue.view.${view}`)}
            captionHidden
            narrow="rows"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'reference',
                header: t('nomination.reference'),
                cell: ({ id, reference }) => (
                  <Link
                    href={(view === 'appeals' ? paths.screeningAppeal : paths.screeningFile)(t.locale, id)}
                  >
                    <Reference code>{reference}</Reference>
                  </Link>
                ),
              },
              {
                key: 'title',
                header: t('nomination.fields.title.label'),
                cell: ({ title }) => <LocalizedText text={title} />,
              },
              {
                key: 'body',
                header: t('nomination.administration'),
                cell: ({ administration }) => <LocalizedText text={administration} />,
              },
              {
                key: 'category',
                header: t('nomination.category'),
                cell: ({ category }) => <LocalizedText text={category} />,
              },
              {
                key: 'state',
                header: t('nomination.state'),
                cell: ({ state, appealed }) => <StatusTag status={appealed ? 'appeal' : state} />,
              },
              {
                key: 'since',
                header: t('secretariat.queue.received'),
                cell: ({ submittedAt }) =>
                  submittedAt === null ? null : <Time at={submittedAt} style="short" show="date" />,
              },
              {
                key: 'due',
                header: t(view === 'appeals' ? 'appeal.dueAt' : 'secretariat.queue.due'),
                cell: ({ dueAt }) => (dueAt === null ? null : <Time at={dueAt} style="short" />),
              },
            ]}
          />
        )}
        {next === null ? null : (
          <Link href={paths.screeningQueue(t.locale, campaign.id, `?view=${view}&after=${next}`)}>
            {t('common.pagination.next')}
          </Link>
        )}
        <DocumentLinks documents={documents} />
      </div>
    </>
  )
}
