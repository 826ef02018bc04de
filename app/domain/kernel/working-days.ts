import { instant } from './instant.ts'
import type { Instant } from './instant.ts'

/** Minutes east of UTC that the legal zone observes at an instant (60, or 0 around Ramadan by yearly order). */
export type OffsetAt = (at: Instant) => number

/** What counts as a working day: Monday to Friday outside these dates (`2026-11-18`), in the legal zone. */
export type WorkCalendar = { readonly holidays: readonly string[]; readonly offsetAt: OffsetAt }

/** The closing hour of an office day, in minutes after midnight: 16:30 (product.md section 4). */
export const CLOSING_MINUTE = 16 * 60 + 30

const DAY = 86_400_000
const MINUTE = 60_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** The legal date (`2026-11-18`) at an instant. */
export const legalDate = (at: Instant, offsetAt: OffsetAt): string =>
  new Date(at + offsetAt(at) * MINUTE).toISOString().slice(0, 10)

/** Whether the text names a day that exists: `2026-02-30` does not. */
export function isCalendarDate(text: string): boolean {
  const parts = DATE.exec(text)
  if (parts === null) return false
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return new Date(at).toISOString().slice(0, 10) === text
}

/** The wall time of an instant, as milliseconds: two of them differ by what the clocks on the wall show. */
export const wallOf = (at: Instant, offsetAt: OffsetAt): number => at + offsetAt(at) * MINUTE

/** The instant of a wall time. Asks the offset twice, so that a change of hour on the way is met. */
function instantAtWall(wall: number, offsetAt: OffsetAt): Instant {
  const guess = wall - offsetAt(instant(wall)) * MINUTE
  return instant(wall - offsetAt(instant(guess)) * MINUTE)
}

/** `at` moved as far on the wall as `to` is from `from`: 16:30 stays 16:30, whatever change of hour lies between. */
export const movedOnWall = (
  at: Instant,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  offsetAt: OffsetAt,
): Instant => instantAtWall(wallOf(at, offsetAt) + wallOf(to, offsetAt) - wallOf(from, offsetAt), offsetAt)

/** The instant of a wall time in the legal zone. */
export function legalInstant(date: string, minuteOfDay: number, offsetAt: OffsetAt): Instant {
  const parts = DATE.exec(date)
  const wall =
    parts === null
      ? Number.NaN
      : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) + minuteOfDay * MINUTE
  return instantAtWall(wall, offsetAt)
}

export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Whether a legal date is worked: Monday to Friday and no holiday. */
export function isWorkingDay(date: string, holidays: readonly string[]): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date)
}

/**
 * The due instant `days` working days after `from`: the day of `from` does not count, the due instant is the
 * closing hour of the last day. Zero days means the closing hour of the first worked day from `from` on.
 */
export function addWorkingDays(
  from: Instant,
  days: number,
  calendar: WorkCalendar,
  minute = CLOSING_MINUTE,
): Instant {
  let date = legalDate(from, calendar.offsetAt)
  let left = days
  while (left > 0 || !isWorkingDay(date, calendar.holidays)) {
    date = dateAfter(date, 1)
    if (left > 0 && isWorkingDay(date, calendar.holidays)) left -= 1
  }
  return legalInstant(date, minute, calendar.offsetAt)
}

/** Worked days after the day of `from`, up to and including the day of `until`. */
export function workingDaysBetween(from: Instant, until: Instant, calendar: WorkCalendar): number {
  const last = legalDate(until, calendar.offsetAt)
  let date = legalDate(from, calendar.offsetAt)
  let count = 0
  while (date < last) {
    date = dateAfter(date, 1)
    if (isWorkingDay(date, calendar.holidays)) count += 1
  }
  return count
}
