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
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { QueueTable } from '#app/ui/secretariat/queue-table.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
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
          <QueueTable rows={rows} view={view} />
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
