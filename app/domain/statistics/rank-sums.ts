import { addTo, carry, clear, openTally } from './numeric/tally.ts'
import type { Tally } from './numeric/tally.ts'

/**
 * All sums of ranks that nominations can have, with how often each is reached. Sums that are equal but for the names of
 * the nominations are one state: whoever ranks next orders them all alike. A key lists the sums, rising, doubled, plus
 * one where the open juror has given his rank already; the first follows from `total`.
 */
export type RankSums = {
  readonly tally: Tally
  /** Room for the next ones: two tallies take turns, for the largest are tens of megabytes. */
  readonly spare: Tally
  readonly nominations: number
  readonly base: number
  /** Of all the numbers that a key stands for. */
  readonly total: number
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** The numbers of a key, rising, into `numbers`. */
export function readState({ nominations, base, total }: RankSums, key: number, numbers: Int32Array): void {
  let [rest, first] = [key, total]
  for (let i = nominations - 1; i > 0; i -= 1) {
    const left = Math.floor(rest / base)
    const number = rest - left * base
    numbers[i] = number
    first -= number
    rest = left
  }
  numbers[0] = first
}

/** The key of `numbers` once the one at `at` has risen to `value`; `less` is taken from each. */
function keyOfRaised(numbers: Int32Array, at: number, value: number, less: number, base: number): number {
  const end = numbers.length
  let to = at + 1
  while (to < end && (numbers[to] as number) < value) to += 1
  // What stands between its old place and the new one moves down by one; the first number is in no key.
  let key = 0
  for (let i = 1; i < at; i += 1) key = key * base + (numbers[i] as number) - less
  for (let i = at + 1; i < to; i += 1) if (i > 1) key = key * base + (numbers[i] as number) - less
  if (to > 1) key = key * base + value - less
  for (let i = to; i < end; i += 1) key = key * base + (numbers[i] as number) - less
  return key
}

/** States at once: two tallies of them are some 130 megabytes. */
const MOST_STATES = 1_400_000

/** Null: they become too many. One rank of the open juror given to each nomination that has none of his yet; `isLast` closes him. Steps are counted. */
function givenOneRank(
  from: RankSums,
  rank: number,
  isLast: boolean,
): { readonly sums: RankSums; readonly steps: number } | null {
  const { tally, spare: next, nominations: I, base } = from
  const { cells, stride } = tally
  const [numbers, rise, less] = [new Int32Array(I), 2 * rank + 1, isLast ? 1 : 0]
  clear(next)
  let steps = 0
  for (let at = 0; at < cells.length; at += stride) {
    const key = cells[at] as number
    if (key < 0) continue
    if (next.size > MOST_STATES) return null
    readState(from, key, numbers)
    for (let i = 0; i < I;) {
      const number = numbers[i] as number
      let end = i + 1
      while (end < I && numbers[end] === number) end += 1
      // Equal sums take the rank alike: one step for all of them.
      if ((number & 1) === 0) {
        addTo(next, keyOfRaised(numbers, end - 1, number + rise, less, base), cells, at, end - i)
        steps += 1
      }
      i = end
    }
  }
  carry(next)
  const total = from.total + rise - (isLast ? I : 0)
  return { sums: { ...from, tally: next, spare: tally, total }, steps }
}

/** The sums of a first juror's ranks, whole numbers; `limbs` and `base` hold what all jurors may reach. */
export function firstSums(ranks: readonly number[], limbs: number, base: number): RankSums {
  const doubled = ranks.map((rank) => 2 * rank).sort((a, b) => a - b)
  const tally = openTally(limbs)
  const key = doubled.slice(1).reduce((all, number) => all * base + number, 0)
  addTo(tally, key, new Float64Array(limbs + 1).fill(1, 1, 2), 0, 1)
  return { tally, spare: openTally(limbs), nominations: ranks.length, base, total: sumOf(doubled) }
}

/** What is done with the sums while the juror has these ranks left to give. */
type Between = (sums: RankSums, left: readonly number[]) => RankSums

/**
 * The sums after one more juror, who may order his ranks in any way. Ranks that he ties are told apart here, which
 * multiplies every count alike. Null when it would take more than `most` steps, of which it says how many it took, or too
 * much room.
 */
export function afterJuror(
  from: RankSums,
  ranks: readonly number[],
  most: number,
  between: Between | null,
): { readonly sums: RankSums; readonly steps: number } | null {
  let [sums, steps] = [from, 0]
  const falling = [...ranks].sort((a, b) => b - a)
  for (const [given, rank] of falling.entries()) {
    const one = givenOneRank(sums, rank, given === ranks.length - 1)
    if (one === null) return null
    sums = one.sums
    steps += one.steps
    if (steps > most) return null
    const left = falling.slice(given + 1)
    if (between !== null && given > 0 && left.length > 1) sums = between(sums, left)
  }
  return { sums, steps }
}
