import { cutsAbove } from './floor-cuts.ts'
import { at, total } from './instance.ts'
import type { Cells, Instance } from './instance.ts'

/** A linear programme to be maximised: columns from 0 to `upper`, rows between two bounds, the matrix row by row. */
export type LinearModel = {
  readonly cost: readonly number[]
  readonly upper: readonly number[]
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  readonly starts: readonly number[]
  readonly indices: readonly number[]
  readonly values: readonly number[]
  /** Whether every column must be an integer. */
  readonly integral: boolean
}

/** What a solver says; nothing of it is believed before it has been checked in integers. */
export type LinearAnswer = {
  readonly status: 'optimal' | 'infeasible' | 'time-limit' | 'failed'
  readonly values: readonly number[]
  readonly objective: number
  /** No solution is better than this, says the solver. */
  readonly bound: number
  /** One multiplier per row where the programme is not a whole one: a hint for a proof, taken on no trust. */
  readonly duals?: readonly number[]
}

export const cellsOf = (instance: Instance): Cells =>
  instance.score.flatMap((scores, row) =>
    scores.flatMap((score, column) => (score === null ? [] : [[row, column] as const])),
  )

type Rows = {
  readonly lower: number[]
  readonly upper: number[]
  readonly entries: (readonly [number, number])[][]
}
const NONE = Number.POSITIVE_INFINITY

function addRow(
  rows: Rows,
  lower: number,
  upper: number,
  entries: readonly (readonly [number, number])[],
): void {
  rows.lower.push(lower)
  rows.upper.push(upper)
  rows.entries.push([...entries])
}

/** Readers, loads and rules of the instance over one variable per cell. */
function constraintRows(instance: Instance, cells: Cells): Rows {
  const rows: Rows = { lower: [], upper: [], entries: [] }
  const ofRow = instance.score.map((): number[] => [])
  const ofColumn = instance.most.map((): number[] => [])
  for (const [index, [row, column]] of cells.entries()) {
    ofRow[row]?.push(index)
    ofColumn[column]?.push(index)
  }
  const ones = (indices: readonly number[]) => indices.map((index) => [index, 1] as const)
  instance.wanted.forEach((wanted, row) => addRow(rows, wanted, wanted, ones(at(ofRow, row, []))))
  instance.most.forEach((most, column) =>
    addRow(rows, at(instance.least, column, 0), most, ones(at(ofColumn, column, []))),
  )
  for (const rule of instance.rules) {
    const columns = new Set(rule.columns)
    instance.wanted.forEach((wanted, row) => {
      const under = at(ofRow, row, []).filter((index) => columns.has(cells[index]?.[1] ?? -1))
      const [least, most] = [at(rule.least, row, 0), at(rule.most, row, 0)]
      if (least > 0 || most < Math.min(wanted, under.length)) addRow(rows, least, most, ones(under))
    })
  }
  return rows
}

function modelOf(rows: Rows, columns: Pick<LinearModel, 'cost' | 'upper' | 'integral'>): LinearModel {
  const starts = [0]
  for (const entries of rows.entries) starts.push((starts.at(-1) ?? 0) + entries.length)
  const flat = rows.entries.flat()
  return {
    ...columns,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    starts,
    indices: flat.map(([index]) => index),
    values: flat.map(([, value]) => value),
  }
}

const scoresOf = (instance: Instance, cells: Cells): readonly number[] =>
  cells.map(([row, column]) => instance.score[row]?.[column] ?? 0)

/** The best sum in which every nomination reaches `floor` (fixed pairs counted). */
export function sumModel(instance: Instance, cells: Cells, floor: number, integral: boolean): LinearModel {
  const rows = constraintRows(instance, cells)
  const cost = scoresOf(instance, cells)
  const floors = instance.score.map((): (readonly [number, number])[] => [])
  for (const [index, [row]] of cells.entries()) {
    const score = at(cost, index, 0)
    if (score !== 0) floors[row]?.push([index, score])
  }
  floors.forEach((own, row) => {
    const missing = floor - at(instance.base, row, 0)
    if (missing > 0) addRow(rows, missing, NONE, own)
  })
  if (floor > 0)
    for (const { entries, most } of cutsAbove(instance, cells, floor)) addRow(rows, 0, most, entries)
  return modelOf(rows, { cost, upper: cells.map(() => 1), integral })
}

/** The greatest floor that every nomination can reach, as a linear programme: a bound for whole assignments. */
export function floorModel(instance: Instance, cells: Cells): LinearModel {
  const rows = constraintRows(instance, cells)
  const scores = scoresOf(instance, cells)
  const entries = instance.score.map((): (readonly [number, number])[] => [])
  for (const [index, [row]] of cells.entries()) entries[row]?.push([index, at(scores, index, 0)])
  entries.forEach((own, row) => addRow(rows, -at(instance.base, row, 0), NONE, [...own, [cells.length, -1]]))
  const highest = total(instance.base) + total(scores)
  return modelOf(rows, {
    cost: [...scores.map(() => 0), 1],
    upper: [...cells.map(() => 1), highest],
    integral: false,
  })
}
