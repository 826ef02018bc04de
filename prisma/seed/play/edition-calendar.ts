import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { dateAfter, legalInstant } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'

const at = (date: string, hour: number) =>
  legalInstant(date, hour * 60, (instant) => legalOffsetMinutes(instant))

/** Days from the release back to each step: the intervals of the template calendar. */
const DAYS_BEFORE = {
  nominationsOpen: [116, 9],
  nominationsClose: [71, 16],
  screeningEnds: [50, 16],
  evaluationOpens: [49, 9],
  evaluationCloses: [21, 16],
  deliberation: [14, 10],
  release: [0, 10],
} as const

/**
 * The calendar of a replayed edition. Only the ceremony is known, and not always; the other dates are counted back from
 * it (from 15 December of the year where it is unknown) and belong to the replay, as its scores do.
 */
export function editionCalendar(edition: {
  readonly year: number
  readonly ceremonyDate: string | null
}): Calendar {
  const release = edition.ceremonyDate ?? `${edition.year}-12-15`
  const step = (name: keyof typeof DAYS_BEFORE) => {
    const [days, hour] = DAYS_BEFORE[name]
    return at(dateAfter(release, -days), hour)
  }
  return {
    nominationsOpen: step('nominationsOpen'),
    nominationsClose: step('nominationsClose'),
    screeningEnds: step('screeningEnds'),
    evaluationOpens: step('evaluationOpens'),
    evaluationCloses: step('evaluationCloses'),
    deliberation: step('deliberation'),
    release: step('release'),
    ceremonyDate: edition.ceremonyDate,
  }
}
