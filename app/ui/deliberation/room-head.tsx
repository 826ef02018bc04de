import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { Act } from './act.tsx'
import { Attendance } from './quorum-line.tsx'
import { SessionTag } from './session-tag.tsx'

export type Head = {
  readonly id: string
  readonly state: 'convened' | 'open' | 'closed'
  readonly place: Localized | null
  readonly convenedFor: number
  readonly openedAt: number | null
  readonly synthetic: boolean
  readonly award: Localized
  /** Whoever reads has a place of their own in the room. */
  readonly hasSeat: boolean
  readonly seats: readonly { readonly seatId: string; readonly name: string; readonly present: boolean }[]
  readonly quorum: { eligible: number; needed: number; present: number; quorate: boolean }
}

/** The head of the room: state, hour, who is there, the quorum, and the act that comes next. */
export function RoomHead({
  head,
  category,
  presides,
  allDecided,
}: {
  head: Head
  /** Of the point in discussion; none while the agenda is empty. */
  category: Localized | null
  presides: boolean
  allDecided: boolean
}) {
  const t = useT()
  const locale = useLocale()
  const intent =
    head.state === 'convened' ? 'open-session' : head.state === 'open' && allDecided ? 'close-session' : null
  return (
    <>
      <WorkTitle
        title={
          category === null ? (
            t('deliberation.room.title')
          ) : (
            <Phrase k="deliberation.room.on" parts={{ category: <LocalizedText text={category} /> }} />
          )
        }
        crumbs={[{ href: paths.deliberationArea(locale), label: t('deliberation.home.title') }]}
        meta={
          <>
            <SessionTag state={head.state} />
            <LocalizedText text={head.award} />
            <Time at={head.openedAt ?? head.convenedFor} zone />
            {head.place === null ? null : <LocalizedText text={head.place} />}
            <Link href={paths.attendance(locale, head.id)}>{t('deliberation.attendance.title')}</Link>
            {head.hasSeat ? (
              <Link href={paths.seatRoom(locale, head.id)}>{t('deliberation.seat.title')}</Link>
            ) : null}
          </>
        }
        aside={<Attendance seats={head.seats} quorum={head.quorum} />}
      />
      {head.synthetic ? <Banner kind="info">{t('deliberation.room.synthetic')}</Banner> : null}
      {presides && intent !== null ? (
        <div className="acts">
          <Act fields={{ intent }} variant="primary">
            {t(`deliberation.action.${intent}`)}
          </Act>
        </div>
      ) : null}
    </>
  )
}
