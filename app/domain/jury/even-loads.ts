import { at, total } from './instance.ts'
import type { Instance } from './instance.ts'
import { addCostArc, costNetwork, sendCheapest } from './min-cost-flow.ts'

/**
 * The most even loads that any assignment can have, counting what each column already carries: a flow whose k-th file
 * of a juror costs k. Load vectors form a polymatroid, so the smallest sum of squares is also the smallest heaviest
 * load, then the next. Rules between columns of different institutions are left out: the loads are a measure, not a
 * plan. Null when there is no complete assignment.
 */
export function evenLoads(instance: Instance, carried: readonly number[]): readonly number[] | null {
  const rows = instance.score.length
  const bodies = instance.rules.filter((rule) => rule.kind === 'institution')
  const bodyOf = new Map(
    bodies.flatMap((rule, index) => rule.columns.map((column) => [column, index] as const)),
  )
  const columnNode = (column: number): number => 1 + rows * (1 + bodies.length) + column
  const sink = columnNode(instance.most.length)
  const net = costNetwork(sink + 1)
  instance.score.forEach((scores, row) => {
    addCostArc(net, 0, 1 + row, at(instance.wanted, row, 0), 0)
    bodies.forEach((rule, body) =>
      addCostArc(net, 1 + row, 1 + rows + row * bodies.length + body, at(rule.most, row, 0), 0),
    )
    scores.forEach((score, column) => {
      const body = bodyOf.get(column)
      const from = body === undefined ? 1 + row : 1 + rows + row * bodies.length + body
      if (score !== null) addCostArc(net, from, columnNode(column), 1, 0)
    })
  })
  const arcs = instance.most.map((most, column) =>
    Array.from({ length: Math.max(0, most) }, (_, unit) =>
      addCostArc(net, columnNode(column), sink, 1, at(carried, column, 0) + unit),
    ),
  )
  const wanted = total(instance.wanted)
  if (sendCheapest(net, 0, sink, wanted) < wanted) return null
  return arcs.map((units) => total(units.map((arc) => net.room[arc + 1] ?? 0)))
}

/** Bounds around the even loads: nobody carries more than `slack` files away from an equal share. */
export function withEvenLoads(instance: Instance, even: readonly number[], slack: number): Instance {
  return {
    ...instance,
    least: even.map((load, column) => Math.max(at(instance.least, column, 0), load - slack)),
    most: even.map((load, column) => Math.min(at(instance.most, column, 0), load + slack)),
  }
}
