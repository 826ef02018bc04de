import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roomForm } from '#app/forms/session.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { deliberationRoom } from '#app/queries/deliberation/room.ts'
import { actInRoom } from '#app/services/deliberation/act-in-room.ts'
import { failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { AdvicePanel } from '#app/ui/deliberation/advice-panel.tsx'
import { AgendaPanel } from '#app/ui/deliberation/agenda-panel.tsx'
import { FlagPanel } from '#app/ui/deliberation/flag-panel.tsx'
import { LotPanel } from '#app/ui/deliberation/lot-panel.tsx'
import { MinutesGrowing } from '#app/ui/deliberation/minutes-growing.tsx'
import { PlenaryPanel } from '#app/ui/deliberation/plenary-panel.tsx'
import { RankingPanel } from '#app/ui/deliberation/ranking-panel.tsx'
import { RoomHead } from '#app/ui/deliberation/room-head.tsx'
import { RoomParts } from '#app/ui/deliberation/room-parts.tsx'
import { VotePanel } from '#app/ui/deliberation/vote-panel.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const wanted = new URL(args.request.url).searchParams.get('item')
  return found(await deliberationRoom(args.context.app, actor, sessionId, wanted))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  const parsed = await parseForm(args.request, roomForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await actInRoom(args.context.app, actor, sessionId, parsed.value)
  return respond(result, {
    to: paths.room(localeOf(args.params), sessionId),
    flash: `deliberation.flash.${parsed.value.intent}`,
    typed: parsed.typed,
  })
}

export const handle = { title: 'deliberation.room.title' }

export default function Room() {
  const t = useT()
  const locale = useLocale()
  const room = useLoaderData<typeof loader>()
  const { head, item } = room
  const csv = paths.roomFiles(locale, head.id, item?.id ?? '')
  return (
    <>
      <RoomHead
        head={head}
        category={item?.categoryName ?? null}
        presides={room.presides}
        allDecided={room.agenda.every(({ state }) => state === 'decided')}
      />
      {item === null ? null : <RoomParts />}
      <div className="panes panes--right panes--room">
        <div id="figures">
          <Refusals failure={failureOf(useActionData())} area="deliberation" />
          {room.isApart ? <HiddenBecause reason="ownCategory" /> : null}
          {item === null ? (
            room.isApart ? null : (
              <p>{t('deliberation.agenda.empty')}</p>
            )
          ) : (
            <>
              <RankingPanel
                {...{ lines: item.lines, thresholds: item.thresholds, scale: item.scale, lot: room.lot }}
                figures={item.advice?.figures ?? {}}
                rounds={item.rounds}
                seesRanking={item.seesRanking}
                csvHref={csv.figures}
              />
              <FlagPanel flags={item.flags} />
              <PlenaryPanel files={item.plenary} />
              <LotPanel lot={room.lot} />
              <AdvicePanel {...{ lines: item.lines, advice: item.advice, csv }} />
            </>
          )}
        </div>
        <aside>
          {item === null ? null : (
            <VotePanel
              sessionId={head.id}
              {...{ item, majority: head.rules.majority, present: head.quorum.present }}
            />
          )}
          <AgendaPanel
            {...{ points: room.agenda, current: item?.id ?? null }}
            hrefOf={(id) => paths.room(locale, head.id, id)}
          />
          <MinutesGrowing head={head} agenda={room.agenda} minutes={room.minutes} />
        </aside>
      </div>
    </>
  )
}
