import { compare } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

export type Aggregate = (values: readonly Rational[]) => Rational | null
export type Standing = {
  /** Rank 1224 of each row by the aggregate; null without a score. */
  readonly ranks: readonly (number | null)[]
  /** Rows inside the winning set: rank at most `places`. */
  readonly winners: readonly number[]
}
export type LeaveOneOut = {
  readonly full: Standing
  /** The standing without each juror, in the order of the columns. */
  readonly without: readonly Standing[]
  /** Columns whose removal changes the winning set. */
  readonly pivotal: readonly number[]
}

function standing(
  table: readonly (readonly (Rational | null)[])[],
  aggregate: Aggregate,
  places: number,
  without: number | null,
): Standing {
  const scores = table.map((row) =>
    aggregate(row.filter((value, j) => value !== null && j !== without) as Rational[]),
  )
  const ranks = scores.map((score) =>
    score === null ? null : 1 + scores.filter((other) => other !== null && compare(other, score) > 0).length,
  )
  return { ranks, winners: ranks.flatMap((rank, row) => (rank !== null && rank <= places ? [row] : [])) }
}

/**
 * Section 4.4: the official rule recomputed without each juror in turn, exact, and the pivotal jurors. `table`: a row
 * per nomination, a column per juror, null where there is no counted sheet; `aggregate` the rule of the category.
 * The jury is told that a juror is pivotal before the ballot, never who. Refused: no nomination, fewer than two jurors.
 */
export function leaveOneOut(
  table: readonly (readonly (Rational | null)[])[],
  aggregate: Aggregate,
  places: number,
): Result<LeaveOneOut, 'no-nominations' | 'one-juror'> {
  const jurors = table[0]?.length ?? 0
  if (table.length === 0) return refuse('no-nominations')
  if (jurors < 2) return refuse('one-juror')
  const full = standing(table, aggregate, places, null)
  const without = Array.from({ length: jurors }, (_, j) => standing(table, aggregate, places, j))
  const differs = (one: Standing): boolean => one.winners.join() !== full.winners.join()
  return ok({ full, without, pivotal: without.flatMap((one, j) => (differs(one) ? [j] : [])) })
}
