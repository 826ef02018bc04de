import { at, scoreAt } from './instance.ts'
import type { Instance, Plan } from './instance.ts'
import { meetingsOf, readersOf } from './meetings.ts'
import { brokenConstraint, worthOf } from './plan-check.ts'

export type Balanced = { readonly plan: Plan; readonly swaps: number; readonly lost: number }

/** Swaps may give up this share of the sum. */
const LOSS_SHARE = 100
const ROUNDS = 4

type Table = {
  readonly instance: Instance
  readonly readers: number[][]
  readonly own: number[][]
  readonly counts: number[][]
  /** Columns under each rule. */
  readonly under: readonly ReadonlySet<number>[]
}

const count = (table: Table, a: number, b: number): number =>
  table.counts[Math.min(a, b)]?.[Math.max(a, b)] ?? 0
function add(table: Table, a: number, b: number, by: number): void {
  const line = table.counts[Math.min(a, b)]
  if (line) line[Math.max(a, b)] = count(table, a, b) + by
}

/** By how much Σ (meet - λ)² changes, halved, when `row` exchanges one reader for another; λ drops out of the difference. */
function change(table: Table, row: number, out: number, into: number): number {
  return at(table.readers, row, [])
    .filter((other) => other !== out)
    .reduce((sum, other) => sum + count(table, into, other) - count(table, out, other) + 1, 0)
}

function replace(table: Table, row: number, out: number, into: number): void {
  for (const other of at(table.readers, row, [])) {
    if (other === out) continue
    add(table, out, other, -1)
    add(table, into, other, 1)
  }
  for (const list of [table.readers, table.own]) {
    const line = list[row]
    if (line) line[line.indexOf(out)] = into
  }
}

/** Whether a row may exchange one reader for another: eligible, not there already, and within every rule. */
function fits(table: Table, row: number, out: number, into: number): boolean {
  if (at(table.readers, row, []).includes(into) || scoreAt(table.instance, row, into) === null) return false
  return table.instance.rules.every((rule, index) => {
    const under = at(table.under, index, new Set<number>())
    if (under.has(out) === under.has(into)) return true
    const now = at(table.own, row, []).filter((one) => under.has(one)).length + (under.has(into) ? 1 : -1)
    return now >= at(rule.least, row, 0) && now <= at(rule.most, row, 0)
  })
}

/**
 * Lets pairs of jurors meet more evenly after the optimum (section 5.2 of the scoring rules): exchanges two readers
 * between two nominations, so that loads stay, when that lowers Σ (meet - λ)². The sum loses at most one per cent in
 * all, and no nomination falls below `floor`.
 */
export function balanceMeetings(instance: Instance, plan: Plan, floor: number): Balanced {
  const table: Table = {
    instance,
    readers: plan.map((_, row) => [...readersOf(instance, plan, row)]),
    own: plan.map((columns) => [...columns]),
    counts: meetingsOf(instance, plan).counts.map((line) => [...line]),
    under: instance.rules.map((rule) => new Set(rule.columns)),
  }
  const worth = plan.map((columns, row) =>
    columns.reduce((sum, column) => sum + (scoreAt(instance, row, column) ?? 0), at(instance.base, row, 0)),
  )
  const budget = Math.floor(worthOf(instance, plan).sum / LOSS_SHARE)
  let [lost, swaps] = [0, 0]
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = swaps
    for (const row of plan.keys()) {
      for (const out of [...at(table.own, row, [])]) {
        const found = bestSwap(table, worth, { row, out, floor, budget: budget - lost })
        if (!found) continue
        replace(table, row, out, found.into)
        replace(table, found.other, found.into, out)
        worth[row] = at(worth, row, 0) + found.gain[0]
        worth[found.other] = at(worth, found.other, 0) + found.gain[1]
        lost -= found.gain[0] + found.gain[1]
        swaps += 1
      }
    }
    if (swaps === before) break
  }
  const balanced = table.own.map((columns) => columns.sort((a, b) => a - b))
  // Every swap kept the constraints; should one not have, the optimum stands.
  return brokenConstraint(instance, balanced) === null
    ? { plan: balanced, swaps, lost }
    : { plan, swaps: 0, lost: 0 }
}

type Wish = { readonly row: number; readonly out: number; readonly floor: number; readonly budget: number }
type Swap = {
  readonly other: number
  readonly into: number
  readonly gain: readonly [number, number]
  readonly by: number
}

/** Rows looked at per reader: enough to find a better neighbour, few enough for six hundred nominations. */
const LOOKED_AT = 40

function bestSwap(table: Table, worth: readonly number[], wish: Wish): Swap | null {
  const { row, out, floor, budget } = wish
  const { instance } = table
  let best: Swap | null = null
  for (let step = 1; step < Math.min(worth.length, LOOKED_AT + 1); step += 1) {
    const other = (row + step) % worth.length
    for (const into of at(table.own, other, [])) {
      if (!fits(table, row, out, into) || !fits(table, other, into, out)) continue
      const gain = [
        (scoreAt(instance, row, into) ?? 0) - (scoreAt(instance, row, out) ?? 0),
        (scoreAt(instance, other, out) ?? 0) - (scoreAt(instance, other, into) ?? 0),
      ] as const
      const poorer = at(worth, row, 0) + gain[0] < floor || at(worth, other, 0) + gain[1] < floor
      if (poorer || -(gain[0] + gain[1]) > budget) continue
      const by = pairChange(table, wish, other, into)
      if (by < 0 && (best === null || by < best.by)) best = { other, into, gain, by }
    }
  }
  return best
}

/** The exact change of both exchanges together: the first is done, the second measured, the first undone. */
function pairChange(table: Table, { row, out }: Wish, other: number, into: number): number {
  const first = change(table, row, out, into)
  replace(table, row, out, into)
  const both = first + change(table, other, into, out)
  replace(table, row, into, out)
  return both
}
