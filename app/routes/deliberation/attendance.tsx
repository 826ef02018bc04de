import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { attendanceForm } from '#app/forms/session.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { Act, failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { QuorumLine } from '#app/ui/deliberation/quorum-line.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Tag } from '#app/ui/primitives/tag.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const { head } = found(await deliberationRoom(args.context.app, actor, sessionId, null))
  return { head }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const parsed = await parseForm(args.request, attendanceForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { seatId, movement } = parsed.value
  const result = await recordAttendance(args.context.app, actor, { sessionId, seatId, movement })
  return respond(result, { to: paths.attendance(localeOf(args.params), sessionId) })
}

export const handle = { title: 'deliberation.attendance.title' }

export default function AttendanceList() {
  const t = useT()
  const locale = useLocale()
  const { head } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('deliberation.attendance.title')}
        crumbs={[{ href: paths.room(locale, head.id), label: t('deliberation.room.title') }]}
        meta={<QuorumLine quorum={head.quorum} />}
      />
      <div className="work">
        <Refusals failure={failureOf(useActionData())} area="deliberation" />
        <Table
          caption={t('deliberation.attendance.title')}
          captionHidden
          rows={head.seats}
          rowKey={(seat) => seat.seatId}
          narrow="rows"
          middle
          columns={[
            {
              key: 'name',
              header: t('deliberation.attendance.name'),
              cell: (seat) => <bdi>{seat.name}</bdi>,
            },
            {
              key: 'seat',
              header: t('deliberation.attendance.seat'),
              cell: (seat) => <LocalizedText text={seat.label} />,
            },
            {
              key: 'state',
              header: t('deliberation.attendance.state'),
              cell: (seat) => (
                <Tag kind={seat.present ? 'ok' : 'off'}>
                  {t(seat.present ? 'deliberation.attendance.present' : 'deliberation.attendance.absent')}
                </Tag>
              ),
            },
            {
              key: 'act',
              header: t('deliberation.attendance.act'),
              named: false,
              pressed: true,
              cell: (seat) => (
                <Act
                  size="small"
                  fields={{ seatId: seat.seatId, movement: seat.present ? 'leaves' : 'arrives' }}
                >
                  {t(seat.present ? 'deliberation.attendance.leaves' : 'deliberation.attendance.arrives')}
                  <span className="vh"> {seat.name}</span>
                </Act>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
