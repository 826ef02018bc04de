import { CALENDAR_STEPS } from '#app/domain/campaign/calendar.ts'
import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { PhaseBand } from '../patterns/phase-band.tsx'
import { Link } from '../primitives/link.tsx'

type Props = { calendar: Calendar; now: number }

/** The campaign to scale, from its calendar. */
export function TowerRibbon({ calendar, now }: Props) {
  const t = useT()
  const format = useFormat()
  const spans = [
    ['nominations', calendar.nominationsOpen, calendar.nominationsClose],
    ['screening', calendar.nominationsClose, calendar.evaluationOpens],
    ['evaluation', calendar.evaluationOpens, calendar.evaluationCloses],
    ['deliberation', calendar.evaluationCloses, calendar.deliberation],
    ['published', calendar.deliberation, calendar.release],
  ] as const
  const short = (at: number): string => format.date(at, 'short', false)
  return (
    <PhaseBand
      now={now}
      phases={spans.map(([key, from, until]) => ({
        key,
        name: t(`common.phase.${key}`),
        from,
        until,
        dates: t('campaign.tower.span', {
          from: format.spanStart(from, until, 'short'),
          until: short(until),
        }),
      }))}
    />
  )
}

/** What comes next, nearest first; `slug`: where the same dates are public as a calendar file, null before they are. */
export function TowerDates({ calendar, now, slug }: Props & { slug: string | null }) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const ahead = CALENDAR_STEPS.filter((step) => calendar[step] > now)
  return (
    <section className="blk">
      <header>
        <h2>{t('campaign.tower.dates')}</h2>
        {slug === null ? null : (
          <span className="acts">
            <Link href={paths.calendarFile(locale, slug)} download>
              {t('campaign.tower.datesFile')}
            </Link>
          </span>
        )}
      </header>
      {ahead.length === 0 ? <p className="say2">{t('campaign.tower.datesNone')}</p> : null}
      <ul className="next-dates">
        {ahead.map((step) => (
          <li key={step}>
            <b>
              <bdi>{format.date(calendar[step], 'short', false)}</bdi>
            </b>
            <p>
              {t(`campaign.calendar.${step}`)}
              <small>
                <bdi>{format.dateTime(calendar[step])}</bdi>
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
