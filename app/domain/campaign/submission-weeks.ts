const WEEK = 7 * 86_400_000

/**
 * Every week from that in which submission opened to the last that received a file, oldest first; a week without a file
 * is there. Beginnings of weeks in milliseconds, as those of `received`, in any order; none where nothing was received.
 */
export function everyWeek(opens: number, received: readonly number[]): readonly number[] {
  if (received.length === 0) return []
  const first = Math.min(...received)
  const last = Math.max(...received)
  const from = first - Math.max(0, Math.ceil((first - opens) / WEEK)) * WEEK
  return Array.from({ length: Math.round((last - from) / WEEK) + 1 }, (_, at) => from + at * WEEK)
}
