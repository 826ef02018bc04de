import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { applicantHome } from '#app/queries/applicant/home.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { OwnAdministrations } from '#app/ui/nomination/own-administrations.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { StatusTag } from '#app/ui/patterns/status-tag.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return applicantHome(args.context.app, actor, new URL(args.request.url).searchParams.get('after'))
}

export const handle = { title: 'nomination.home.title' }

type Home = ReturnType<typeof useLoaderData<typeof loader>>

function Nominations({ nominations }: Pick<Home, 'nominations'>) {
  const t = useT()
  return (
    <Table
      caption={t('nomination.home.title')}
      captionHidden
      narrow="rows"
      rows={nominations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t('nomination.fields.title.label'),
          cell: ({ id, title }) => (
            <Link href={paths.nomination(t.locale, id)}>
              {title.ar || title.fr ? <LocalizedText text={title} /> : t('nomination.untitled')}
            </Link>
          ),
        },
        {
          key: 'reference',
          header: t('nomination.reference'),
          cell: ({ reference }) => <Reference code>{reference}</Reference>,
        },
        {
          key: 'category',
          header: t('nomination.category'),
          cell: ({ category }) => <LocalizedText text={category} />,
        },
        {
          key: 'body',
          header: t('nomination.administration'),
          cell: ({ administration }) => <LocalizedText text={administration} />,
        },
        {
          key: 'state',
          header: t('nomination.state'),
          cell: ({ standing, appealed }) => <StatusTag status={appealed ? 'appeal' : standing} />,
        },
        {
          key: 'due',
          header: t('common.deadline.label'),
          cell: ({ dueAt }) => (dueAt === null ? null : <Time at={dueAt} style="short" />),
        },
      ]}
    />
  )
}

export default function ApplicantHomePage() {
  const t = useT()
  const locale = useLocale()
  const { nominations, administrations, campaigns, next } = useLoaderData<typeof loader>()
  const canStart = campaigns.length > 0 && administrations.some(({ isApproved }) => isApproved)
  const start = canStart ? (
    <ButtonLink href={paths.startNomination(locale)} variant="primary" icon="plus">
      {t('nomination.start.action')}
    </ButtonLink>
  ) : undefined
  const toMandates = <ButtonLink href={paths.myMandates(locale)}>{t('account.mandates.title')}</ButtonLink>
  return (
    <>
      <WorkTitle title={t('nomination.home.title')} aside={start} />
      <div className="work stack">
        {nominations.length === 0 ? (
          <EmptyState title={t('nomination.home.empty')} action={start ?? toMandates}>
            {t(
              canStart
                ? 'nomination.home.emptyBody'
                : campaigns.length === 0
                  ? 'nomination.home.noCampaign'
                  : 'nomination.home.noMandate',
            )}
          </EmptyState>
        ) : (
          <Nominations nominations={nominations} />
        )}
        {next === null ? null : <Link href={`?after=${next}`}>{t('common.pagination.next')}</Link>}
        {administrations.length === 0 ? null : <OwnAdministrations administrations={administrations} />}
      </div>
    </>
  )
}
