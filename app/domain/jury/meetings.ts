import { designOf } from '../statistics/design.ts'
import { leastSquares } from '../statistics/least-squares.ts'
import { at } from './instance.ts'
import type { Instance, Plan } from './instance.ts'

/** How often jurors meet over the same nomination, and whether all are linked (sections 2.2 and 5.2 of the scoring rules). */
export type Meetings = {
  /** Nominations shared, per pair of columns a < b; pairs that never meet are zero. */
  readonly counts: readonly (readonly number[])[]
  readonly most: number
  /** Pairs of readers of the same nomination, and pairs of jurors that there are. */
  readonly meetings: number
  readonly pairs: number
  readonly pairsApart: number
  /** Groups of jurors and nominations without a link between them; 1 when scores can be compared. */
  readonly components: number
}

/** All readers of a row, the fixed ones included. */
export const readersOf = (instance: Instance, plan: Plan, row: number): readonly number[] =>
  [...at(instance.held, row, []), ...at(plan, row, [])].sort((a, b) => a - b)

export function meetingsOf(instance: Instance, plan: Plan): Meetings {
  const columns = instance.most.length
  const counts = Array.from({ length: columns }, () => new Array<number>(columns).fill(0))
  const rows = instance.score.map((_, row) => readersOf(instance, plan, row))
  for (const readers of rows) {
    for (const a of readers) for (const b of readers) if (a < b) bump(counts, a, b)
  }
  const upper = counts.flatMap((line, a) => line.slice(a + 1))
  return {
    counts,
    most: upper.reduce((a, b) => Math.max(a, b), 0),
    meetings: upper.reduce((a, b) => a + b, 0),
    pairs: upper.length,
    pairsApart: upper.filter((count) => count === 0).length,
    components: componentsOf(rows, columns),
  }
}

/**
 * The connectivity index κ of the sheets to come (section 2.2 of the scoring rules): it depends on who reads what, not
 * on what is scored. Null for jurors who are not linked, or a single nomination.
 */
export function connectionOf(instance: Instance, plan: Plan): number | null {
  const sheets = instance.score.flatMap((_, row) =>
    readersOf(instance, plan, row).map((column) => ({ nomination: `${row}`, juror: `${column}`, value: 0 })),
  )
  const design = designOf(sheets)
  return design.ok ? leastSquares(design.value).kappa : null
}

function bump(counts: number[][], a: number, b: number): void {
  const line = counts[a]
  if (line) line[b] = (line[b] ?? 0) + 1
}

/** Groups among the jurors who read something, by union-find over the rows. */
function componentsOf(rows: readonly (readonly number[])[], columns: number): number {
  const parent = Array.from({ length: columns }, (_, column) => column)
  const rootOf = (column: number): number => {
    let root = column
    while (parent[root] !== root) root = parent[root] ?? root
    return root
  }
  for (const [first, ...others] of rows) {
    if (first === undefined) continue
    for (const other of others) parent[rootOf(other)] = rootOf(first)
  }
  return new Set(rows.flat().map(rootOf)).size
}
