/**
 * The assignment problem in numbers (section 5.1 of the scoring rules), after the fixed pairs have been settled: rows
 * are nominations, columns are jurors, every score is an integer, and what is fixed is counted in `held` and `base`.
 */
export type Instance = {
  /** Similarity of row and column; null where the juror may not read (conflict, category, language) or reads already. */
  readonly score: readonly (readonly (number | null)[])[]
  /** Readers still to be found per row. */
  readonly wanted: readonly number[]
  /** L_j and U_j per column, less what is fixed. */
  readonly least: readonly number[]
  readonly most: readonly number[]
  /** Within every row: institutions, cover groups, newcomers. */
  readonly rules: readonly RowRule[]
  /** Columns fixed per row, and the score that they bring. */
  readonly held: readonly (readonly number[])[]
  readonly base: readonly number[]
}

/** Of these columns each row takes at least `least[row]` and at most `most[row]`, less what is fixed. */
export type RowRule = {
  readonly kind: 'institution' | 'cover' | 'newcomers'
  /** Names the institution or the group. */
  readonly name: string
  readonly columns: readonly number[]
  readonly least: readonly number[]
  readonly most: readonly number[]
}

/** The columns chosen per row, ascending, without the fixed ones. */
export type Plan = readonly (readonly number[])[]

export const at = <T>(list: readonly T[], index: number, otherwise: T): T => list[index] ?? otherwise
export const scoreAt = (instance: Instance, row: number, column: number): number | null =>
  instance.score[row]?.[column] ?? null
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** How often each column is chosen. */
export function chosenLoads(instance: Instance, plan: Plan): readonly number[] {
  const loads = instance.most.map(() => 0)
  for (const columns of plan) for (const column of columns) loads[column] = at(loads, column, 0) + 1
  return loads
}

/** Cells of the table of scores that a plan may use. */
export type Cells = readonly (readonly [row: number, column: number])[]
