import type { Instant } from '#app/domain/kernel/instant.ts'
import { legalInstant } from '#app/domain/kernel/working-days.ts'
import { legalOffsetMinutes } from './legal-zone.ts'

/** A wall time of the legal zone as typed: a day that exists and minutes after its midnight. */
export type WallTime = { readonly date: string; readonly minute: number }

/** The instant a wall clock in Rabat shows it (product.md section 4). */
export const instantOfWall = ({ date, minute }: WallTime): Instant =>
  legalInstant(date, minute, (at) => legalOffsetMinutes(at))
