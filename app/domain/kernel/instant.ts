import type { Brand } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. The domain never asks what time it is; it is told. */
export type Instant = Brand<number, 'Instant'>

export const instant = (milliseconds: number): Instant => milliseconds as Instant
export const instantOf = (date: Date): Instant => date.getTime() as Instant
export const toDate = (at: Instant): Date => new Date(at)
export const toIso = (at: Instant): string => new Date(at).toISOString()

/** Half-open: `from` is inside, `until` is not (a deadline at 16:30:00.000 is already late). */
export type Window = { readonly from: Instant; readonly until: Instant }
export const isWithin = (window: Window, at: Instant): boolean => window.from <= at && at < window.until

/** The legal zone of every deadline (product.md section 4). */
export const LEGAL_ZONE = 'Africa/Casablanca'
