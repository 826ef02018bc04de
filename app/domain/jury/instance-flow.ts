import { at, scoreAt, total } from './instance.ts'
import type { Instance, Plan } from './instance.ts'
import { addCostArc, costNetwork, sendCheapest } from './min-cost-flow.ts'
import type { CostNetwork } from './min-cost-flow.ts'

/**
 * Whether the constraints are those of a network: no column of a row lies under two rules. Then the linear programme
 * has integer corners and the own flow is exact (section 5.2 of the scoring rules).
 */
export function isNetwork(instance: Instance): boolean {
  const ruled = instance.rules.flatMap((rule) => rule.columns)
  return new Set(ruled).size === ruled.length
}

/** Where each column of every row hangs: under its rule, or at the row itself. */
const ruleOf = (instance: Instance): ReadonlyMap<number, number> =>
  new Map(instance.rules.flatMap((rule, index) => rule.columns.map((column) => [column, index] as const)))

type Cell = { readonly arc: number; readonly row: number; readonly column: number }
type Built = {
  readonly net: CostNetwork
  readonly cells: readonly Cell[]
  readonly mandatory: readonly number[]
}

/** Leaving a lower bound open costs more than any score can bring. */
const penaltyOf = (instance: Instance): number =>
  1 + highest(instance) * (1 + Math.max(0, ...instance.wanted))
const highest = (instance: Instance): number =>
  instance.score.reduce((most, row) => row.reduce<number>((a, b) => Math.max(a, b ?? 0), most), 0)

/** An arc with a lower bound: its first `least` units are free, the others cost the penalty. */
function bounded(
  net: CostNetwork,
  ends: readonly [number, number],
  bounds: { readonly least: number; readonly most: number; readonly penalty: number },
  mandatory: number[],
): void {
  const { least, most, penalty } = bounds
  if (least > 0) mandatory.push(addCostArc(net, ...ends, least, 0))
  if (most > least) addCostArc(net, ...ends, most - least, penalty)
}

/**
 * source → row → its rules → column → sink. `parts` cuts every place into so many equal parts, of which one cell may
 * hold at most `cap`: with 1 and 1 it assigns, with b and a it gives probabilities of at most a/b.
 */
function build(instance: Instance, parts: number, cap: number): Built {
  const rows = instance.score.length
  const { rules } = instance
  const hangs = ruleOf(instance)
  const columnNode = (column: number): number => 1 + rows * (1 + rules.length) + column
  const sink = columnNode(instance.most.length)
  const net = costNetwork(sink + 1)
  const best = highest(instance)
  const penalty = penaltyOf(instance)
  const cells: Cell[] = []
  const mandatory: number[] = []
  const ruleNode = (row: number, rule: number): number => 1 + rows + row * rules.length + rule
  instance.score.forEach((scores, row) => {
    const wanted = at(instance.wanted, row, 0) * parts
    addCostArc(net, 0, 1 + row, wanted, 0)
    rules.forEach((rule, index) => {
      const most = Math.min(wanted, at(rule.most, row, 0) * parts)
      bounded(
        net,
        [1 + row, ruleNode(row, index)],
        { least: at(rule.least, row, 0) * parts, most, penalty },
        mandatory,
      )
    })
    scores.forEach((score, column) => {
      if (score === null) return
      const rule = hangs.get(column)
      const from = rule === undefined ? 1 + row : ruleNode(row, rule)
      // A column outside every rule skips the level where the lower bounds of the row are paid.
      const skipped = rule === undefined ? penalty : 0
      cells.push({ arc: addCostArc(net, from, columnNode(column), cap, best - score + skipped), row, column })
    })
  })
  instance.most.forEach((most, column) => {
    const least = at(instance.least, column, 0) * parts
    bounded(net, [columnNode(column), sink], { least, most: most * parts, penalty }, mandatory)
  })
  return { net, cells, mandatory }
}

/** Units per cell of a cheapest flow, or null when there is no complete one within all bounds. */
function flowOf(
  instance: Instance,
  parts: number,
  cap: number,
): readonly (Cell & { readonly units: number })[] | null {
  const { net, cells, mandatory } = build(instance, parts, cap)
  const wanted = total(instance.wanted) * parts
  if (instance.rules.some((rule) => rule.least.some((least, row) => least > at(rule.most, row, 0))))
    return null
  if (instance.most.some((most, column) => most < at(instance.least, column, 0))) return null
  if (sendCheapest(net, 0, net.nodes - 1, wanted) < wanted) return null
  if (mandatory.some((arc) => (net.room[arc] ?? 0) > 0)) return null
  return cells
    .map((cell) => ({ ...cell, units: net.room[cell.arc + 1] ?? 0 }))
    .filter(({ units }) => units > 0)
}

/** The plan with the greatest sum, in exact integers; null when none exists. Only for networks (`isNetwork`). */
export function bestSumPlan(instance: Instance): Plan | null {
  const cells = flowOf(instance, 1, 1)
  if (cells === null) return null
  const plan: number[][] = instance.score.map(() => [])
  for (const { row, column } of cells) plan[row]?.push(column)
  return plan.map((columns) => columns.sort((a, b) => a - b))
}

/** How many of `parts` equal parts of certainty each cell holds. */
export type Chance = { readonly row: number; readonly column: number; readonly units: number }

/**
 * The best expected sum when no pair may be more likely than cap/parts (Jecmen et al. 2020, section 5.2 of the
 * scoring rules), as whole parts: the corners of a network scaled by `parts` are integer. Null when there is none.
 */
export const bestChances = (instance: Instance, parts: number, cap: number): readonly Chance[] | null =>
  flowOf(instance, parts, cap)?.map(({ row, column, units }) => ({ row, column, units })) ?? null

/** The expected sum of such probabilities times `parts`, an exact integer; fixed pairs included. */
export const chancesWorth = (instance: Instance, chances: readonly Chance[], parts: number): number =>
  total(instance.base) * parts +
  total(chances.map(({ row, column, units }) => units * (scoreAt(instance, row, column) ?? 0)))
