import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { panel } from '#app/queries/jury/panel.ts'
import { constitutePanel } from '#app/services/jury/constitute-panel.ts'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await panel(args.context.app, actor, campaignId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const made = await constitutePanel(args.context.app, actor, { campaignId })
  return respond(made, { to: paths.jurySeats(locale, campaignId), flash: 'jury.flash.constituted' })
}

export const handle = { title: 'jury.seats.title' }

export default function Seats() {
  const t = useT()
  const locale = useLocale()
  const { campaign, seats, can } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const constitute = can.constitute ? (
    <Form method="post">
      <Button variant={seats.length === 0 ? 'primary' : 'default'}>{t('jury.seats.constitute')}</Button>
    </Form>
  ) : undefined
  return (
    <>
      <WorkTitle title={t('jury.seats.title')} meta={<LocalizedText text={campaign} />} aside={constitute} />
      <FormNotes failure={failure} />
      <JuryPage>
        {seats.length === 0 ? (
          <EmptyState title={t('jury.seats.none')}>{t('jury.seats.noneBody')}</EmptyState>
        ) : (
          <Table
            caption={t('jury.seats.title')}
            captionHidden
            narrow="rows"
            rows={seats}
            rowKey={(seat) => seat.id}
            columns={[
              {
                key: 'label',
                header: t('jury.seats.seat'),
                cell: (seat) => (
                  <Link href={paths.jurySeat(locale, seat.id)}>
                    <LocalizedText text={seat.label} />
                  </Link>
                ),
              },
              { key: 'role', header: t('jury.home.role'), cell: (seat) => t(`work.role.${seat.role}`) },
              {
                key: 'holder',
                header: t('jury.seats.holder'),
                cell: (seat) => <bdi>{seat.holder?.name ?? '–'}</bdi>,
              },
              {
                key: 'alternate',
                header: t('jury.seats.alternate'),
                cell: (seat) => <bdi>{seat.alternate?.name ?? '–'}</bdi>,
              },
              {
                key: 'state',
                header: t('jury.seats.state'),
                cell: (seat) => <span className="nowrap">{t(`jury.seats.states.${seat.state}`)}</span>,
              },
              {
                key: 'charter',
                header: t('jury.seats.charter'),
                cell: (seat) => (
                  <span className="nowrap">
                    {t(seat.charterSigned ? 'jury.seats.signed' : 'jury.seats.notSigned')}
                  </span>
                ),
              },
            ]}
          />
        )}
      </JuryPage>
    </>
  )
}
