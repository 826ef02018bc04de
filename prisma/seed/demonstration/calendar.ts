import { templateRegulation } from '#app/domain/campaign/template.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import { dateAfter, legalDate, legalInstant } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'

const DAY = 86_400_000
const offsetAt = (at: Instant): number => legalOffsetMinutes(at)

/** The template's rules, begun so many days before the instant of seeding, at nine in the morning. */
export function begunDaysAgo(now: Instant, days: number): Regulation {
  const opening = legalInstant(dateAfter(legalDate(now, offsetAt), -days), 9 * 60, offsetAt)
  return templateRegulation(opening, offsetAt)
}

export const daysAfter = (at: Instant, days: number): Instant => instant(at + Math.round(days * DAY))
export const legalYear = (at: Instant): number => Number(legalDate(at, offsetAt).slice(0, 4))
