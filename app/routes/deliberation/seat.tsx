import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { shownIn } from '#app/i18n/french-typography.ts'
import { seatRoom } from '#app/queries/deliberation/seat-room.ts'
import { AgendaPanel } from '#app/ui/deliberation/agenda-panel.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Tag } from '#app/ui/primitives/tag.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'
import { SessionTag } from '#app/ui/deliberation/session-tag.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { sessionId } = readParams(args.params, { sessionId: 'id' })
  return found(await seatRoom(args.context.app, actor, sessionId))
}

type Page = Awaited<ReturnType<typeof loader>>
function CurrentPoint({ room }: { room: Page }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const point = room.points.find(({ state }) => state === 'open')
  if (!point) return <p>{t('deliberation.seat.waiting')}</p>
  const title = (text: (typeof point)['slotLabel']): string => shownIn(text, locale)?.text ?? ''
  const names = point.finalists.map((one) => title(one.title)).sort(format.compare)
  return (
    <section>
      <h2>
        <LocalizedText text={point.slotLabel} /> – <LocalizedText text={point.categoryName} />
      </h2>
      {point.mustLeave ? <Banner kind="wait" title={t('deliberation.seat.mustLeave')} role="alert" /> : null}
      {point.leaving.length > 0 && !point.mustLeave ? (
        <p>
          {t('deliberation.item.leaving')}{' '}
          <bdi>{format.list(point.leaving.map(({ label }) => title(label)))}</bdi>
        </p>
      ) : null}
      {point.mustLeave ? null : (
        <ul className="decisions decisions--plain">
          {names.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {room.vote === null ? null : (
        <div className="acts">
          <ButtonLink variant="primary" href={paths.ballot(locale, room.vote.id)}>
            {t(room.vote.voted ? 'deliberation.seat.receipt' : 'deliberation.seat.vote')}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}

export const handle = { title: 'deliberation.seat.title' }

export default function Seat() {
  const t = useT()
  const locale = useLocale()
  const room = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('deliberation.seat.title')}
        crumbs={[{ href: paths.deliberationArea(locale), label: t('deliberation.home.title') }]}
        meta={
          <>
            <SessionTag state={room.state} />
            <Tag kind={room.present ? 'ok' : 'off'}>
              {t(room.present ? 'deliberation.attendance.present' : 'deliberation.attendance.absent')}
            </Tag>
            <Time at={room.convenedFor} zone />
            <Link href={paths.minutes(locale, room.sessionId)}>{t('deliberation.minutes.title')}</Link>
            <Link href={paths.dissent(locale, room.sessionId)}>{t('deliberation.dissent.link')}</Link>
          </>
        }
      />
      <div className="panes panes--right">
        <div>
          <CurrentPoint room={room} />
        </div>
        <aside>
          <AgendaPanel points={room.points} current={null} />
        </aside>
      </div>
    </>
  )
}
