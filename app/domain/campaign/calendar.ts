import { isCalendarDate, legalDate, wallOf } from '../kernel/working-days.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { Facts } from '../kernel/result.ts'
import type { Calendar } from './regulation.ts'

/** The instants of a calendar in the order they must follow. */
export const CALENDAR_STEPS = [
  'nominationsOpen',
  'nominationsClose',
  'screeningEnds',
  'evaluationOpens',
  'evaluationCloses',
  'deliberation',
  'release',
] as const
export type CalendarStep = (typeof CALENDAR_STEPS)[number]
export type CalendarField = CalendarStep | 'ceremonyDate'

export const CALENDAR_PROBLEMS = [
  'not-an-instant',
  'not-after-previous',
  'gap-too-short',
  'not-a-date',
  'before-release',
] as const
export type CalendarProblem = {
  readonly field: CalendarField
  readonly code: (typeof CALENDAR_PROBLEMS)[number]
  readonly facts: Facts
}

const DAY = 86_400_000
/** The shortest time each step leaves after the one before, in days on the wall (a day of 23 hours is one): below it nobody can do the work. */
export const LEAST_DAYS: Readonly<Record<CalendarStep, number>> = {
  nominationsOpen: 0,
  nominationsClose: 7,
  screeningEnds: 1,
  evaluationOpens: 0,
  evaluationCloses: 3,
  deliberation: 0,
  release: 0,
}

function stepProblems(calendar: Calendar, offsetAt: OffsetAt): CalendarProblem[] {
  const problems: CalendarProblem[] = []
  CALENDAR_STEPS.forEach((field, index) => {
    const at = calendar[field]
    if (!Number.isSafeInteger(at)) return void problems.push({ field, code: 'not-an-instant', facts: {} })
    const previous = CALENDAR_STEPS[index - 1]
    if (previous === undefined || !Number.isSafeInteger(calendar[previous])) return
    const before = calendar[previous]
    const gap = at - before
    // Screening may end at the very instant evaluation opens; every other step takes time.
    const touching = field === 'evaluationOpens' && gap === 0
    if (gap <= 0 && !touching) problems.push({ field, code: 'not-after-previous', facts: { previous } })
    else if (wallOf(at, offsetAt) - wallOf(before, offsetAt) < LEAST_DAYS[field] * DAY) {
      problems.push({ field, code: 'gap-too-short', facts: { previous, days: LEAST_DAYS[field] } })
    }
  })
  return problems
}

/**
 * Every problem of a calendar with its field: instants, their order, the least time between two of them, a
 * ceremony date that exists. The ceremony may be on the day of release or later, never before it.
 */
export function calendarProblems(calendar: Calendar, offsetAt: OffsetAt): readonly CalendarProblem[] {
  const problems = stepProblems(calendar, offsetAt)
  const { ceremonyDate, release } = calendar
  if (ceremonyDate !== null && !isCalendarDate(ceremonyDate)) {
    problems.push({ field: 'ceremonyDate', code: 'not-a-date', facts: {} })
  } else if (
    ceremonyDate !== null &&
    Number.isSafeInteger(release) &&
    ceremonyDate < legalDate(release, offsetAt)
  ) {
    problems.push({
      field: 'ceremonyDate',
      code: 'before-release',
      facts: { release: legalDate(release, offsetAt) },
    })
  }
  return problems
}
