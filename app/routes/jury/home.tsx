import { type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { found } from '#app/http/params.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { mySeats } from '#app/queries/jury/my-seats.ts'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  return found(await mySeats(args.context.app, actor))
}

export const handle = { title: 'jury.home.title' }

export default function JuryHome() {
  const t = useT()
  const locale = useLocale()
  const seats = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('jury.home.title')} />
      <JuryPage>
        {seats.length === 0 ? (
          <EmptyState title={t('jury.home.none')}>{t('jury.home.noneBody')}</EmptyState>
        ) : (
          <Table
            caption={t('jury.home.title')}
            captionHidden
            rows={seats}
            rowKey={(seat) => seat.campaignId}
            columns={[
              {
                key: 'campaign',
                header: t('jury.home.campaign'),
                cell: (seat) => (
                  <Link href={paths.juryFiles(locale, seat.campaignId)}>
                    <LocalizedText text={seat.campaign} /> <bdi>{seat.year}</bdi>
                  </Link>
                ),
              },
              { key: 'role', header: t('jury.home.role'), cell: (seat) => t(`work.role.${seat.role}`) },
              {
                key: 'phase',
                header: t('jury.home.phase'),
                cell: (seat) => t(`common.phase.${seat.phase}`),
              },
            ]}
          />
        )}
      </JuryPage>
    </>
  )
}
