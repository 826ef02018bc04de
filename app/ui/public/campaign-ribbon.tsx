import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { PhaseRibbon } from '../patterns/phase-ribbon.tsx'

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
  const between = (from: number, until: number): string =>
    from === until
      ? format.date(from, 'short')
      : t('public.calendar.span', {
          from: format.date(from, 'short', false),
          until: format.date(until, 'short'),
        })
  const phases = spans.map(([key, from, until]) => ({
    key,
    name: t(`common.phase.${key}`),
    from,
    until,
    dates: between(from, until),
  }))
  return <PhaseRibbon phases={phases} now={now} />
}
