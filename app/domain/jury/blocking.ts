import { at, total } from './instance.ts'
import type { Instance, RowRule } from './instance.ts'
import { addCostArc, costNetwork, sendCheapest } from './min-cost-flow.ts'
import type { CostNetwork } from './min-cost-flow.ts'

/**
 * Why no assignment exists, by counting (Hall's condition, read off a minimum cut, section 5.5 of the scoring rules):
 * these rows have together `places` places for the `needed` readers. `group` names the cover group that is counted
 * alone, null when all jurors are.
 */
export type Blocking = {
  readonly rows: readonly number[]
  readonly places: number
  readonly needed: number
  readonly group: string | null
}

/** The least that must give way: places above the load limit per column, readers (or covers) given up per row. */
export type Relaxation = {
  readonly extraPlaces: readonly { readonly column: number; readonly count: number }[]
  readonly fewerReaders: readonly { readonly row: number; readonly count: number }[]
  readonly group: string | null
}
export type Obstruction = { readonly blocking: Blocking; readonly relaxation: Relaxation }

/** A giver of places costs less than a reader who is missing. */
const EXTRA_PLACE = 1
const MISSING_READER = 3

type Demand = {
  readonly instance: Instance
  readonly wanted: readonly number[]
  readonly rules: readonly RowRule[]
  readonly columns: ReadonlySet<number>
  readonly group: string | null
}
type Web = {
  readonly net: CostNetwork
  readonly sink: number
  readonly columnNode: (column: number) => number
  readonly extra: readonly (readonly [column: number, arc: number])[]
  readonly missing: readonly (readonly [row: number, arc: number])[]
}

/** source → row → rule → column → sink; with `relaxed`, also the ways around what is scarce, each at its price. */
function web({ instance, wanted, rules, columns }: Demand, relaxed: boolean): Web {
  const rows = wanted.length
  const columnNode = (column: number): number => 1 + rows * (1 + rules.length) + column
  const sink = columnNode(instance.most.length)
  const net = costNetwork(sink + 1)
  const ruleOf = new Map(
    rules.flatMap((rule, index) => rule.columns.map((column) => [column, index] as const)),
  )
  const missing: (readonly [number, number])[] = []
  const need = total(wanted)
  instance.score.forEach((scores, row) => {
    addCostArc(net, 0, 1 + row, at(wanted, row, 0), 0)
    if (relaxed) missing.push([row, addCostArc(net, 1 + row, sink, at(wanted, row, 0), MISSING_READER)])
    rules.forEach((rule, index) =>
      addCostArc(net, 1 + row, 1 + rows + row * rules.length + index, at(rule.most, row, 0), 0),
    )
    scores.forEach((score, column) => {
      if (score === null || !columns.has(column)) return
      const rule = ruleOf.get(column)
      addCostArc(
        net,
        rule === undefined ? 1 + row : 1 + rows + row * rules.length + rule,
        columnNode(column),
        1,
        0,
      )
    })
  })
  const extra: (readonly [number, number])[] = []
  for (const column of [...columns].sort((a, b) => a - b)) {
    addCostArc(net, columnNode(column), sink, at(instance.most, column, 0), 0)
    if (relaxed) extra.push([column, addCostArc(net, columnNode(column), sink, need, EXTRA_PLACE)])
  }
  return { net, sink, columnNode, extra, missing }
}

/** Nodes that the source still reaches: the near side of the smallest minimum cut. */
function nearSide(net: CostNetwork): ReadonlySet<number> {
  const reached = new Set([0])
  for (const node of reached) {
    for (const arc of net.arcsOf[node] ?? []) if ((net.room[arc] ?? 0) > 0) reached.add(net.head[arc] ?? 0)
  }
  return reached
}

/** Rows of the near side that hang together by the full columns they compete for. */
function clusters(
  near: ReadonlySet<number>,
  demand: Demand,
  columnNode: Web['columnNode'],
): readonly (readonly number[])[] {
  const rows = demand.wanted.map((_, row) => row).filter((row) => near.has(1 + row))
  const left = new Set(rows)
  const found: number[][] = []
  for (const first of rows) {
    if (!left.delete(first)) continue
    const cluster = [first]
    for (const row of cluster) {
      for (const column of [...demand.columns].filter((one) => near.has(columnNode(one)))) {
        if (demand.instance.score[row]?.[column] == null) continue
        for (const other of [...left].filter((one) => demand.instance.score[one]?.[column] != null)) {
          left.delete(other)
          cluster.push(other)
        }
      }
    }
    found.push(cluster.sort((a, b) => a - b))
  }
  return found
}

/** Most readers that these rows can have together. */
function placesOf(demand: Demand, rows: readonly number[]): number {
  const own = { ...demand, wanted: demand.wanted.map((wanted, row) => (rows.includes(row) ? wanted : 0)) }
  const { net, sink } = web(own, false)
  return sendCheapest(net, 0, sink, total(own.wanted))
}

function obstructionOf(demand: Demand): Obstruction | null {
  const needed = total(demand.wanted)
  const strict = web(demand, false)
  if (sendCheapest(strict.net, 0, strict.sink, needed) === needed) return null
  const short = clusters(nearSide(strict.net), demand, strict.columnNode)
    .map((rows) => {
      const wanted = total(rows.map((row) => at(demand.wanted, row, 0)))
      return { rows, places: placesOf(demand, rows), needed: wanted, group: demand.group }
    })
    .filter((one) => one.places < one.needed)
    .sort((a, b) => a.rows.length - b.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
  const eased = web(demand, true)
  sendCheapest(eased.net, 0, eased.sink, needed)
  const used = (arc: number): number => eased.net.room[arc + 1] ?? 0
  const [blocking] = short
  if (!blocking) return null
  return {
    blocking,
    relaxation: {
      extraPlaces: eased.extra
        .map(([column, arc]) => ({ column, count: used(arc) }))
        .filter(({ count }) => count > 0),
      fewerReaders: eased.missing
        .map(([row, arc]) => ({ row, count: used(arc) }))
        .filter(({ count }) => count > 0),
      group: demand.group,
    },
  }
}

/** The first obstruction that counting finds: all jurors, then each cover group alone. Null: none is found so. */
export function obstruction(instance: Instance): Obstruction | null {
  const { wanted } = instance
  const everybody = new Set(instance.most.map((_, column) => column))
  const families = (['institution', 'newcomers'] as const).map((kind) =>
    instance.rules.filter((rule) => rule.kind === kind),
  )
  const demands: readonly Demand[] = [
    ...families.map((rules) => ({ instance, wanted, rules, columns: everybody, group: null })),
    ...instance.rules
      .filter((rule) => rule.kind === 'cover')
      .map((rule) => ({
        instance,
        wanted: rule.least,
        rules: [],
        columns: new Set(rule.columns),
        group: rule.name,
      })),
  ]
  for (const demand of demands) {
    const found = obstructionOf(demand)
    if (found) return found
  }
  return null
}
