import type { Instance, Plan } from './instance.ts'
import type { Chance } from './instance-flow.ts'

/** A deterministic stream of 32-bit numbers (mulberry32): the same seed draws the same plan for whoever checks. */
export function draws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const WORDS = 0x1_0000_0000

/** A number from 0 up to `whole`, each as likely as the others; exact for whole numbers below 2^20. */
export function uniform(draw: () => number, whole: number): number {
  const fair = WORDS - (WORDS % whole)
  let word = draw()
  while (word >= fair) word = draw()
  return word % whole
}

/** Whether an event of chance part/whole happens. */
const happens = (draw: () => number, part: number, whole: number): boolean => uniform(draw, whole) < part

/** An arc of the network with its flow in parts; cells know which pair they are. */
type Edge = {
  readonly from: string
  readonly to: string
  readonly cell: { readonly row: number; readonly column: number } | null
  units: number
}

/** Row → rule → column, with the flow on both levels, so that what a rule allows within a row is rounded with it. */
function edgesOf(instance: Instance, chances: readonly Chance[]): readonly Edge[] {
  const ruleOf = new Map(
    instance.rules.flatMap((rule, index) => rule.columns.map((column) => [column, index] as const)),
  )
  const inner = new Map<string, Edge>()
  const cells = chances.map(({ row, column, units }): Edge => {
    const rule = ruleOf.get(column)
    const to = `column ${column}`
    if (rule === undefined) return { from: `row ${row}`, to, cell: { row, column }, units }
    const node = `rule ${row} ${rule}`
    const arc = inner.get(node) ?? { from: `row ${row}`, to: node, cell: null, units: 0 }
    arc.units += units
    inner.set(node, arc)
    return { from: node, to, cell: { row, column }, units }
  })
  return [...inner.values(), ...cells]
}

type Step = { readonly edge: Edge; readonly forward: boolean }
type Web = { readonly edgesAt: Map<string, Edge[]>; readonly parts: number }

const fractional = (web: Web, node: string): readonly Edge[] => {
  const left = (web.edgesAt.get(node) ?? []).filter((edge) => edge.units % web.parts !== 0)
  web.edgesAt.set(node, left)
  return left
}

/** A cycle of fractional edges, or a path between two columns that have one fractional edge each. */
function walkOf(web: Web, start: string): readonly Step[] {
  const steps: Step[] = []
  const seen = new Map([[start, 0]])
  for (let node = start; ;) {
    const last = steps.at(-1)?.edge
    const edge = fractional(web, node).find((one) => one !== last)
    if (edge === undefined) return steps
    const forward = edge.from === node
    steps.push({ edge, forward })
    node = forward ? edge.to : edge.from
    const before = seen.get(node)
    if (before !== undefined) return steps.slice(before)
    seen.set(node, steps.length)
  }
}

/** Shifts chance along the walk: up by ε1 with odds ε2, or down by ε2 with odds ε1. */
function shift(steps: readonly Step[], parts: number, draw: () => number): void {
  const above = ({ edge }: Step): number => parts - (edge.units % parts)
  const below = ({ edge }: Step): number => edge.units % parts
  const up = Math.min(...steps.map((step) => (step.forward ? above(step) : below(step))))
  const down = Math.min(...steps.map((step) => (step.forward ? below(step) : above(step))))
  const by = happens(draw, down, up + down) ? up : -down
  for (const { edge, forward } of steps) edge.units += forward ? by : -by
}

/**
 * Draws one assignment whose pairs are chosen with exactly the given chances (dependent rounding, section 5.2 of the
 * scoring rules): while a chance is fractional, take a cycle or a longest path of fractional edges and shift chance
 * along it, one way or the other, until an edge is certain or out. Loads end at their floor or ceiling; rows and
 * rules, whose bounds are whole, keep them.
 */
export function drawPlan(instance: Instance, chances: readonly Chance[], parts: number, seed: number): Plan {
  const draw = draws(seed)
  const edges = edgesOf(instance, chances)
  const web: Web = { edgesAt: new Map(), parts }
  for (const edge of edges) {
    for (const node of [edge.from, edge.to]) web.edgesAt.set(node, [...(web.edgesAt.get(node) ?? []), edge])
  }
  const columns = [...web.edgesAt.keys()].filter((node) => node.startsWith('column')).sort()
  // Columns with a single fractional edge can only be the end of a path: they go first, then only cycles are left.
  for (;;) {
    const end = columns.find((node) => fractional(web, node).length === 1)
    const start = end ?? columns.find((node) => fractional(web, node).length > 0)
    if (start === undefined) break
    shift(walkOf(web, start), parts, draw)
  }
  const plan: number[][] = instance.score.map(() => [])
  for (const { cell, units } of edges) if (cell && units > 0) plan[cell.row]?.push(cell.column)
  return plan.map((columns) => columns.sort((a, b) => a - b))
}
