import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { daysLeft } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'

type Count = { readonly state: string; readonly count: number }
type Props = {
  phase: string
  now: number
  calendar: Calendar
  counts: readonly Count[]
  readings: { readonly sealed: number; readonly total: number }
  decisions: number
}

const DRAFTS = ['draft', 'awaiting_visa']
const DECIDED = ['admissible', 'inadmissible', 'disqualified']
const total = (counts: readonly Count[], states: readonly string[]): number =>
  counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)

const TAGS = {
  m: (inner: React.ReactNode) => <mark>{inner}</mark>,
  w: (inner: React.ReactNode) => <mark className="w">{inner}</mark>,
}

/** The morning sentence: where the campaign stands and what waits, before any figure (experience.md, screen E). */
export function TowerSay({ phase, now, calendar, counts, readings, decisions }: Props) {
  const t = useT()
  /** The first day is day 1, and the next begins at midnight on the wall. */
  const days = (from: number, until: number): number => Math.max(1, daysLeft(from, until) + 1)
  const span = days(calendar.evaluationOpens, calendar.evaluationCloses)
  const decided = total(counts, DECIDED)
  const waiting = total(counts, ['submitted', 'completion_requested'])
  const values = {
    sent: decided + waiting,
    drafts: total(counts, DRAFTS),
    decided,
    files: decided + waiting,
    day: Math.min(span, days(calendar.evaluationOpens, now)),
    days: span,
    ...readings,
  }
  return (
    <div>
      <p className="cap">
        <Time at={now} zone />
      </p>
      <p className="say">
        <Phrase k={`campaign.tower.say.${phase}`} values={values} tags={TAGS} />{' '}
        {decisions === 0 ? (
          t('campaign.tower.say.nothing')
        ) : (
          <Phrase k="campaign.tower.say.todo" values={{ count: decisions }} tags={TAGS} />
        )}
      </p>
    </div>
  )
}
