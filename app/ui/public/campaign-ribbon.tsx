import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { wallClock } from '#app/i18n/format.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { PhaseRibbon } from '../patterns/phase-ribbon.tsx'

const yearOf = (at: number): number => wallClock(at).year

/** The calendar of the campaign to scale; dates are written short, the year once. */
export function CampaignRibbon({
  calendar,
  closesAt,
  now,
}: {
  calendar: Calendar
  closesAt: number
  now: number
}) {
  const t = useT()
  const format = useFormat()
  const spans = [
    ['nominations', calendar.nominationsOpen, closesAt],
    ['screening', closesAt, calendar.screeningEnds],
    ['evaluation', calendar.evaluationOpens, calendar.evaluationCloses],
    ['deliberation', calendar.deliberation, calendar.release],
    ['published', calendar.release, calendar.release],
  ] as const
  const between = (from: number, until: number, year: boolean): string =>
    from === until
      ? format.date(from, 'short', year)
      : t('public.calendar.span', {
          from: format.spanStart(from, until, 'short'),
          until: format.date(until, 'short', year),
        })
  const phases = spans.map(([key, from, until], at) => ({
    key,
    name: t(`common.phase.${key}`),
    from,
    until,
    dates: between(from, until, yearOf(until) !== yearOf(spans[at - 1]?.[2] ?? 0)),
  }))
  return <PhaseRibbon phases={phases} now={now} />
}
