import { addTo, carry, clear, openTally, reached } from './numeric/tally.ts'
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
function keyOfRaised(
  numbers: Int32Array,
  raised: { readonly at: number; readonly value: number; readonly less: number },
  base: number,
): number {
  const { at, value, less } = raised
  let [key, place, isIn] = [0, 0, false]
  for (let i = 0; i <= numbers.length; i += 1) {
    if (i === at) continue
    if (!isIn && (i === numbers.length || (numbers[i] as number) >= value)) {
      if (place > 0) key = key * base + value - less
      place += 1
      isIn = true
    }
    if (i === numbers.length) break
    if (place > 0) key = key * base + (numbers[i] as number) - less
    place += 1
  }
  return key
}

/** One rank of the open juror given to each nomination that has none of his yet; `isLast` closes him. Steps are counted. */
function givenOneRank(from: RankSums, rank: number, isLast: boolean): { sums: RankSums; steps: number } {
  const { tally, spare: next, nominations: I, base } = from
  const numbers = new Int32Array(I)
  clear(next)
  let steps = 0
  for (const at of reached(tally)) {
    readState(from, tally.cells[at] as number, numbers)
    for (let i = 0; i < I;) {
      const number = numbers[i] as number
      let end = i + 1
      while (end < I && numbers[end] === number) end += 1
      // Equal sums take the rank alike: one step for all of them.
      if (number % 2 === 0) {
        const raised = { at: end - 1, value: number + 2 * rank + 1, less: isLast ? 1 : 0 }
        addTo(next, keyOfRaised(numbers, raised, base), tally.cells, at, end - i)
        steps += 1
      }
      i = end
    }
  }
  carry(next)
  const total = from.total + 2 * rank + 1 - (isLast ? I : 0)
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

/**
 * The sums after one more juror, who may order his ranks in any way. Ranks that he ties are told apart here, which
 * multiplies every count alike. Null when it would take more than `most` steps, of which it says how many it took.
 */
export function afterJuror(
  from: RankSums,
  ranks: readonly number[],
  most: number,
): { readonly sums: RankSums; readonly steps: number } | null {
  let [sums, steps] = [from, 0]
  for (const [given, rank] of [...ranks].sort((a, b) => b - a).entries()) {
    const one = givenOneRank(sums, rank, given === ranks.length - 1)
    sums = one.sums
    steps += one.steps
    if (steps > most) return null
  }
  return { sums, steps }
}
