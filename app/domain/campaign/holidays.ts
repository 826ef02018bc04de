import { ok, refuse } from '../kernel/result.ts'
import { dateAfter, isCalendarDate } from '../kernel/working-days.ts'
import { isBilingual, missingOf } from './bilingual.ts'
import { cleanLocalizedAt } from './localized-edit.ts'
import type { Localized } from '../kernel/localized.ts'
import type { Result } from '../kernel/result.ts'
import type { Regulation } from './regulation.ts'

export type Holiday = Regulation['holidays'][number]

/** Days off that follow one another under one name: a feast of two days is one thing to move. */
export type Feast = {
  readonly name: Localized
  readonly first: string
  readonly days: number
  readonly provisional: boolean
}

export const HOLIDAY_STATES = ['provisional', 'confirmed', 'removed'] as const
export type HolidayState = (typeof HOLIDAY_STATES)[number]
/** No feast of the calendar lasts longer. */
export const MOST_DAYS = 5

export type HolidayEdit = {
  /** The first day of the feast as it stands, or null for a new one. */
  readonly of: string | null
  readonly name: Localized
  readonly first: string
  readonly days: number
  readonly state: HolidayState
}
export type HolidayReason = 'unknown-holiday' | 'unreadable-text' | 'holiday-unnamed' | 'holiday-unreadable'

const isSame = (one: Localized, other: Localized): boolean => one.ar === other.ar && one.fr === other.fr

/** The holidays by feast, in the order of their first days. */
export function feastsOf(holidays: readonly Holiday[]): readonly Feast[] {
  const feasts: Feast[] = []
  for (const { date, name, provisional } of holidays) {
    const at = feasts.findIndex(
      (feast) =>
        isSame(feast.name, name) &&
        feast.provisional === provisional &&
        dateAfter(feast.first, feast.days) === date,
    )
    const known = feasts[at]
    if (known === undefined) feasts.push({ name, first: date, days: 1, provisional })
    else feasts[at] = { ...known, days: known.days + 1 }
  }
  return feasts
}

const daysOf = ({ name, first, days, provisional }: Feast): readonly Holiday[] =>
  Array.from({ length: days }, (_, after) => ({ date: dateAfter(first, after), name, provisional }))

/**
 * The holidays with one feast added, moved, confirmed or taken away (product.md section 4: religious ones are provisional,
 * then confirmed). Refuses a feast that is not there, a name that is unreadable or not in both languages, and a day or a
 * length that cannot be.
 */
export function editHolidays(
  holidays: readonly Holiday[],
  edit: HolidayEdit,
): Result<readonly Holiday[], HolidayReason> {
  const feasts = feastsOf(holidays)
  const moved = edit.of === null ? null : feasts.find(({ first }) => first === edit.of)
  if (moved === undefined) return refuse('unknown-holiday')
  const others = feasts.filter((feast) => feast !== moved).flatMap(daysOf)
  if (edit.state === 'removed' && moved !== null) return ok(sorted(others))
  if (edit.state === 'removed') return refuse('unknown-holiday', {}, { state: 'errors.choice' })
  const name = cleanLocalizedAt(edit.name, 'name')
  if (!name.ok) return name
  if (!isBilingual(name.value)) return refuse('holiday-unnamed', {}, missingOf(name.value, 'name'))
  if (!isCalendarDate(edit.first)) return refuse('holiday-unreadable', {}, { first: 'errors.date' })
  if (!Number.isSafeInteger(edit.days) || edit.days < 1 || edit.days > MOST_DAYS)
    return refuse('holiday-unreadable', {}, { days: 'errors.numberRange' })
  const provisional = edit.state === 'provisional'
  const { first, days } = edit
  return ok(sorted([...others, ...daysOf({ name: name.value, first, days, provisional })]))
}

const sorted = (holidays: readonly Holiday[]): readonly Holiday[] =>
  [...holidays].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
