/**
 * Whole months from a date to another (`2026-01-31` to `2026-02-28` is none: the day is not reached). Negative
 * when the service goes live after it.
 */
export function monthsInService(goLive: string, on: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = goLive.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = on.split('-').map(Number)
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}
