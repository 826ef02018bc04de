import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { doubledMidranks } from './concordance.ts'
import { quotient } from './exact.ts'
import { countAt, LIMB, reached } from './numeric/tally.ts'
import { firstSums, readState } from './rank-sums.ts'
import type { RankSums } from './rank-sums.ts'
import { isEven, openAfter } from './settled-sums.ts'

/** Steps from state to state that a figure may take in the background: some seven seconds at the most. */
const MOST_STEPS = 28_000_000
/** Section 3.3 asks for the exact p up to so many nominations. */
export const MOST_NOMINATIONS = 7

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
const squares = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one * one, 0)

/** The whole numbers of a set of places, one bit each. */
type Places = number
const sizeOf = (places: Places): number => (places === 0 ? 0 : (places & 1) + sizeOf(places >>> 1))

/** Of the orders of one juror's ranks, those whose product with the sums reaches `least`. */
function ordersReaching(ranks: readonly number[]): (sums: Int32Array, least: number) => number {
  const I = ranks.length
  const rising = [...ranks].sort((a, b) => a - b)
  const all = 2 ** I - 1
  const orders = Array.from({ length: all + 1 }, (_, left) => factorial(sizeOf(left)))
  const at = Array.from({ length: all + 1 }, (_, left) => I - sizeOf(left))
  const lowest = at.map((_, left) => Math.log2(left & -left))
  const highest = at.map((_, left) => Math.floor(Math.log2(left)))
  const [most, fewest] = [new Float64Array(all + 1), new Float64Array(all + 1)]
  const pick = (table: readonly number[], left: Places): number => table[left] as number
  // Sums fall, so that the highest rank first gives the most that the ranks left can still add, the lowest the least.
  const from = (falling: Int32Array, left: Places, need: number): number => {
    if ((most[left] as number) < need) return 0
    if ((fewest[left] as number) >= need) return pick(orders, left)
    const sum = falling[pick(at, left)] as number
    let count = 0
    for (let k = 0; k < I; k += 1)
      if (left & (1 << k)) count += from(falling, left & ~(1 << k), need - sum * pick(rising, k))
    return count
  }
  return (sums, least) => {
    const falling = sums.slice().reverse()
    for (let left = 1; left <= all; left += 1) {
      const sum = falling[pick(at, left)] as number
      const [low, high] = [pick(lowest, left), pick(highest, left)]
      most[left] = sum * pick(rising, high) + (most[left & ~(1 << high)] as number)
      fewest[left] = sum * pick(rising, low) + (fewest[left & ~(1 << low)] as number)
    }
    return from(falling, all, least)
  }
}

/** The ways of all jurors but the first whose sums of squares reach `observed`; of the last only a product is asked. */
function waysReaching(before: RankSums, last: readonly number[], observed: number): bigint {
  const count = ordersReaching(last)
  const [numbers, own] = [new Int32Array(last.length), squares(last)]
  let ways = 0n
  for (const at of reached(before.tally)) {
    readState(before, before.tally.cells[at] as number, numbers)
    const sums = numbers.map((number) => number / 2)
    ways += countAt(before.tally, at) * BigInt(count(sums, (observed - squares(sums) - own) / 2))
  }
  return ways
}

/**
 * The exact permutation p of Kendall's W (section 3.3): the share of all ways in which the jurors, each with the ties
 * that they gave, may order the nominations at random, that agree at least as much. Counted, not drawn: one rational
 * number. Rows are nominations, columns jurors, all cells present.
 *
 * Refused: more than seven nominations, or jurors too many for the count (`too-many-to-enumerate`): then the chi-square
 * of `kendallW` stands beyond seven, and `concordanceTest` draws orders below.
 *
 * How far the count reaches without ties, each in ten seconds of a processor and 270 megabytes at most: 15 jurors up to
 * five nominations, eleven over six (twelve where they agree little), six over seven. Tried beyond, by the same count
 * without its bounds: over six, twelve jurors take 27 to 46 million steps, 12 to 23 seconds and up to 470 megabytes,
 * fifteen 112 million, 55 seconds, 470 megabytes; over seven, seven jurors 26 to 32 million steps, 15 to 20 seconds, 390
 * megabytes, and each juror more about three times as many. Not tried, for their size says enough: two halves of a jury met in the
 * middle have 30,000 x 59,000 pairs of states over six nominations, each in up to 720 orders; a Fourier sum over rank sums
 * needs some 10^8 permanents over seven. Where jurors tie, the sums lie closer, and it ends earlier.
 */
export function exactConcordanceP(
  table: readonly (readonly Rational[])[],
): Result<Rational, 'one-nomination' | 'no-jurors' | 'too-many-to-enumerate'> {
  const [I, J] = [table.length, table[0]?.length ?? 0]
  if (J === 0) return refuse('no-jurors')
  if (I < 2) return refuse('one-nomination')
  const tooMany = refuse('too-many-to-enumerate', { nominations: I, jurors: J })
  if (I > MOST_NOMINATIONS) return tooMany
  const ranks = Array.from({ length: J }, (_, j) =>
    doubledMidranks(table.map((row) => row[j] as Rational)).ranks.map((rank) => Number(rank) - 2),
  )
  const [first = [], ...others] = ranks
  const last = others.pop()
  if (last === undefined) return ok(quotient(1n, 1n))
  const base = 2 * ranks.reduce((sum, own) => sum + Math.max(...own), 0) + 2
  const limbs = Math.ceil((others.length * Math.log2(factorial(I)) + 1) / Math.log2(LIMB))
  if (base ** (I - 1) > Number.MAX_SAFE_INTEGER) return tooMany
  const observed = squares(table.map((_, i) => ranks.reduce((sum, own) => sum + (own[i] as number), 0)))
  const orders = BigInt(factorial(I))
  const law = { observed, orders, isEven: ranks.every(isEven) }
  // Only how the others stand to the first juror matters: the first keeps the own order.
  let [sums, left, ways] = [firstSums(first, limbs, base), MOST_STEPS, 0n]
  for (const [at, own] of others.entries()) {
    // Each juror takes more steps than the one before, but for the last ones, to whom little is left open.
    const share = left / Math.max(1, others.length - at - 1)
    const next = openAfter(sums, own, [...others.slice(at + 1), last], law, share)
    if (next === null) return tooMany
    sums = next.sums
    ways += next.ways
    left -= next.steps
  }
  return ok(quotient(ways + waysReaching(sums, last, observed), orders ** BigInt(J - 1)))
}
