import { countAhead } from './pairwise.ts'
import type { Pairwise } from './pairwise.ts'

/** Beyond eight finalists the orders are too many to try them all (section 6.1 of the scoring rules). */
export const MOST_FINALISTS = 8

export type Kemeny = {
  /** Half points: two for each ballot that disagrees about a pair, one for each that holds it equal. */
  readonly halfDistance: number
  /** Every order at that distance, in the order of the candidates. */
  readonly orders: readonly (readonly string[])[]
}

/**
 * The orders of least disagreement with the ballots, found by trying every order and leaving one as soon as it is worse
 * than the best so far. Null for no finalist, or more than eight. A check beside the result, never the result.
 */
export function kemenyOrders(pairwise: Pairwise, papers: number): Kemeny | null {
  const { candidates } = pairwise
  if (candidates.length === 0 || candidates.length > MOST_FINALISTS) return null
  const above = (a: string, b: string): number =>
    papers + countAhead(pairwise, b, a) - countAhead(pairwise, a, b)
  let halfDistance = Infinity
  let orders: (readonly string[])[] = []
  const extend = (order: readonly string[], left: readonly string[], distance: number): void => {
    if (distance > halfDistance) return
    if (left.length === 0) {
      if (distance < halfDistance) orders = []
      halfDistance = distance
      orders.push(order)
      return
    }
    for (const next of left) {
      const below = left.filter((one) => one !== next)
      const added = below.reduce((sum, other) => sum + above(next, other), 0)
      extend([...order, next], below, distance + added)
    }
  }
  extend([], candidates, 0)
  return { halfDistance, orders }
}
