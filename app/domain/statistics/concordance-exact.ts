import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { doubledMidranks } from './concordance.ts'
import { quotient } from './exact.ts'

/** Steps from state to state that a page may wait for: four jurors over seven nominations, eleven over five. */
const MOST_STEPS = 3_000_000
/** Section 3.3 asks for the exact p up to so many nominations. */
export const MOST_NOMINATIONS = 7

/** Every different order of the values, which may repeat. */
function ordersOf(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]]
  return [...new Set(values)].flatMap((first) => {
    const rest = [...values]
    rest.splice(rest.indexOf(first), 1)
    return ordersOf(rest).map((order) => [first, ...order])
  })
}

/**
 * Rank sums that are equal but for the names of the nominations are one state: whoever comes after orders them all alike.
 * The last sum follows from the others; without it the key of seven nominations is still a whole number exactly.
 */
const keyOf = (sums: readonly number[], base: number): number =>
  [...sums]
    .sort((a, b) => a - b)
    .slice(1)
    .reduce((key, sum) => key * base + sum, 0)

/**
 * Steps that the count takes at most. After m jurors the rank sums are points of m times the permutohedron, of which
 * there are about I^(I-2) m^(I-1), I! of them to a state; each is left by at most I! orders, and the last juror is free.
 */
const stepsFor = (I: number, J: number): number =>
  I ** (I - 2) *
  Array.from({ length: Math.max(0, J - 2) }, (_, m) => (m + 1) ** (I - 1)).reduce((a, b) => a + b, 0)

type State = { readonly sums: readonly number[]; readonly ways: bigint }

/** All states after one more juror, who may order the nominations in any of `orders`. */
function afterOneMore(states: readonly State[], orders: readonly number[][], base: number): State[] {
  const next = new Map<number, { sums: readonly number[]; ways: bigint }>()
  for (const { sums, ways } of states) {
    for (const order of orders) {
      const added = sums.map((sum, i) => sum + (order[i] as number))
      const key = keyOf(added, base)
      const known = next.get(key)
      if (known) known.ways += ways
      else next.set(key, { sums: added, ways })
    }
  }
  return [...next.values()]
}

const squares = (sums: readonly number[]): number => sums.reduce((all, sum) => all + sum * sum, 0)

/**
 * The exact permutation p of Kendall's W (section 3.3): the share of all ways in which the jurors, each with the ties
 * that they gave, may order the nominations at random, that agree at least as much. Counted, not drawn: one rational
 * number. Rows are nominations, columns jurors, all cells present.
 * Refused: more than seven nominations, or jurors too many for the count (`too-many-to-enumerate`): then the chi-square
 * of `kendallW` stands beyond seven, and `concordanceTest` draws orders below.
 */
export function exactConcordanceP(
  table: readonly (readonly Rational[])[],
): Result<Rational, 'one-nomination' | 'no-jurors' | 'too-many-to-enumerate'> {
  const [I, J] = [table.length, table[0]?.length ?? 0]
  if (J === 0) return refuse('no-jurors')
  if (I < 2) return refuse('one-nomination')
  if (I > MOST_NOMINATIONS || stepsFor(I, J) > MOST_STEPS)
    return refuse('too-many-to-enumerate', { nominations: I, jurors: J })
  const ranks = Array.from({ length: J }, (_, j) =>
    doubledMidranks(table.map((row) => row[j] as Rational)).ranks.map(Number),
  )
  const observed = squares(table.map((_, i) => ranks.reduce((sum, own) => sum + (own[i] as number), 0)))
  const base = 2 * I * J + 1
  // Only how the others stand to the first juror matters: the first keeps the own order.
  const [first = [], ...others] = ranks
  let states: State[] = [{ sums: first, ways: 1n }]
  for (const [at, own] of others.entries()) {
    const orders = ordersOf(own)
    if (at === others.length - 1) return ok(shareAbove(states, orders, observed))
    states = afterOneMore(states, orders, base)
  }
  return ok(quotient(1n, 1n))
}

/** Of the last juror only the sum of squares is asked: no state need be kept. */
function shareAbove(states: readonly State[], orders: readonly number[][], observed: number): Rational {
  let [above, all] = [0n, 0n]
  for (const { sums, ways } of states) {
    let count = 0
    for (const order of orders) {
      let total = 0
      for (let i = 0; i < sums.length; i += 1) total += ((sums[i] as number) + (order[i] as number)) ** 2
      if (total >= observed) count += 1
    }
    above += ways * BigInt(count)
    all += ways * BigInt(orders.length)
  }
  return quotient(above, all)
}
