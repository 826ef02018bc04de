import { addTo, clear, countAt } from './numeric/tally.ts'
import { afterJuror, readState } from './rank-sums.ts'
import type { RankSums } from './rank-sums.ts'

/** What jurors may still do: the ranks that they add where all agree, rising, and in how many ways they order. */
type ToCome = { readonly agreed: readonly number[]; readonly ways: bigint }

/** What all jurors do alike: the sum of squares asked for, and whether every juror's ranks are the same from both ends. */
export type Law = { readonly observed: number; readonly isEven: boolean; readonly orders: bigint }

/** The sums of ranks, rank by rank, of jurors who all order alike: no other orders reach further from the middle. */
function agreedBy(jurors: readonly (readonly number[])[]): readonly number[] {
  const rising = jurors.map((ranks) => [...ranks].sort((a, b) => a - b))
  return (jurors[0] ?? []).map((_, i) => rising.reduce((sum, ranks) => sum + (ranks[i] as number), 0))
}

/** The largest sum of squares to come: whoever leads is ranked highest by all. `sums` rise. */
function mostOf(sums: Float64Array, agreed: readonly number[]): number {
  let all = 0
  for (let i = 0; i < sums.length; i += 1) all += ((sums[i] as number) + (agreed[i] as number)) ** 2
  return all
}

/**
 * Below the least sum of squares to come. What the others add lies within all weighted means of the orders of `agreed`; of
 * that body the point nearest to the opposite of `sums` leaves their rising fit (pool adjacent violators) with `agreed`
 * falling.
 */
function leastOf(sums: Float64Array, agreed: readonly number[], pools: Float64Array): number {
  const last = sums.length - 1
  let top = -1
  for (let i = 0; i <= last; i += 1) {
    let [sum, width] = [(sums[i] as number) + (agreed[last - i] as number), 1]
    while (top >= 0 && (pools[2 * top] as number) * width >= sum * (pools[2 * top + 1] as number)) {
      sum += pools[2 * top] as number
      width += pools[2 * top + 1] as number
      top -= 1
    }
    top += 1
    pools[2 * top] = sum
    pools[2 * top + 1] = width
  }
  let all = 0
  for (let at = 0; at <= top; at += 1) all += (pools[2 * at] as number) ** 2 / (pools[2 * at + 1] as number)
  return all
}

/** The key of the sums with best and worst exchanged: `middle` less each, rising again. */
function mirrored(numbers: Int32Array, middle: number, base: number): number {
  let key = 0
  for (let i = numbers.length - 2; i >= 0; i -= 1) key = key * base + middle - (numbers[i] as number)
  return key
}

/**
 * The states that are still open. Those whose every continuation reaches `observed` are counted at once, in `ways`; those of
 * which none does are dropped; and where every juror's ranks look alike from above and below (`isEven`), a state and its
 * mirror, which are reached and go on equally often, become one.
 */
function settled(
  from: RankSums,
  next: ToCome,
  { observed, isEven }: Pick<Law, 'observed' | 'isEven'>,
): { readonly sums: RankSums; readonly ways: bigint } {
  const { tally, spare, nominations: I, base, total } = from
  const [numbers, sums, pools] = [new Int32Array(I), new Float64Array(I), new Float64Array(2 * I)]
  clear(spare)
  let ways = 0n
  for (let at = 0; at < tally.cells.length; at += tally.stride) {
    const key = tally.cells[at] as number
    if (key < 0) continue
    readState(from, key, numbers)
    for (let i = 0; i < I; i += 1) sums[i] = (numbers[i] as number) >> 1
    if (mostOf(sums, next.agreed) < observed) continue
    // Sums of squares are whole numbers: above the one before `observed` there is none less.
    if (leastOf(sums, next.agreed, pools) > observed - 0.5) ways += countAt(tally, at)
    else {
      const open = isEven ? Math.min(key, mirrored(numbers, (2 * total) / I, base)) : key
      addTo(spare, open, tally.cells, at, 1)
    }
  }
  return { sums: { ...from, tally: spare, spare: tally }, ways: ways * next.ways }
}

/** Whether these ranks look alike from above and from below, as those without ties do. */
export function isEven(ranks: readonly number[]): boolean {
  const rising = [...ranks].sort((a, b) => a - b)
  const ends = (rising[0] ?? 0) + (rising.at(-1) ?? 0)
  return rising.every((rank, i) => rank + (rising.at(-1 - i) ?? 0) === ends)
}

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1))
/** Where so few jurors are left, much is settled while the juror before them still gives ranks. */
const NEARLY_DONE = 3

/**
 * The open sums after one more juror of `ranks`, with `later` (one at least) to come, and the ways settled meanwhile. Null
 * when they would take more than `most` steps, or too much room.
 */
export function openAfter(
  from: RankSums,
  ranks: readonly number[],
  later: readonly (readonly number[])[],
  law: Law,
  most: number,
): { readonly sums: RankSums; readonly ways: bigint; readonly steps: number } | null {
  const ofLater = law.orders ** BigInt(later.length)
  let ways = 0n
  // Whoever has a rank of this juror already gets nothing more of him; that others may get it only widens the bounds.
  const between = (some: RankSums, left: readonly number[]): RankSums => {
    const rest = Array.from({ length: ranks.length }, (_, i) => left[i] ?? 0)
    const next = { agreed: agreedBy([...later, rest]), ways: factorial(left.length) * ofLater }
    const open = settled(some, next, { ...law, isEven: false })
    ways += open.ways
    return open.sums
  }
  const closed = afterJuror(from, ranks, most, later.length > NEARLY_DONE ? null : between)
  if (closed === null) return null
  const open = settled(closed.sums, { agreed: agreedBy(later), ways: ofLater }, law)
  return { sums: open.sums, ways: ways + open.ways, steps: closed.steps }
}
