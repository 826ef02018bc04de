import type { Instant } from '../kernel/instant.ts'
import { legalDate, type OffsetAt } from '../kernel/working-days.ts'

/** Days before a due instant on which people are reminded; 0 is its morning (product.md section 12). */
export const CLOSING_STAGES = [14, 7, 2, 0] as const
export const SHORT_STAGES = [7, 2, 0] as const
export const COMPLETION_STAGES = [2, 0] as const
/** For those who answer complaints: the first is the day of their own target when the regulation keeps the usual sixty. */
export const COMPLAINT_STAGES = [30, 7, 2, 0] as const
/** For those who answer an appeal: the regulation gives its answer a few working days. */
export const APPEAL_STAGES = [2, 0] as const
/** A draft nobody has touched for so many days is recalled once. */
export const IDLE_DAYS = 10

/** No reminder leaves before this hour of the legal day. */
const MORNING = 7
const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * The stage whose day this is, from seven in the morning on, or null: another day, still night, or the instant has
 * come. Days are those of the legal calendar, so that a change of hour moves none.
 */
export function reminderStage(
  now: Instant,
  dueAt: Instant,
  offsetAt: OffsetAt,
  stages: readonly number[] = CLOSING_STAGES,
): number | null {
  if (now >= dueAt) return null
  const wall = now + offsetAt(now) * MINUTE
  if (wall % DAY < MORNING * HOUR) return null
  const left = (Date.parse(legalDate(dueAt, offsetAt)) - Date.parse(legalDate(now, offsetAt))) / DAY
  return stages.includes(left) ? left : null
}
