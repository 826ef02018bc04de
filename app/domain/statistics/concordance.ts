import { compare } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { quotient, toNumber } from './exact.ts'
import { chiSquareUpper } from './numeric/distributions.ts'

/** Twice the midrank of each value (whole numbers, lowest value first), and Σ(t³ - t) over its ties. */
export function doubledMidranks(values: readonly Rational[]): {
  readonly ranks: readonly bigint[]
  readonly ties: bigint
} {
  const order = values
    .map((_, at) => at)
    .sort((a, b) => compare(values[a] as Rational, values[b] as Rational))
  const ranks: bigint[] = []
  let ties = 0n
  for (let from = 0; from < order.length;) {
    const value = values[order[from] as number] as Rational
    let to = from
    while (to < order.length && compare(values[order[to] as number] as Rational, value) === 0) to += 1
    const tied = BigInt(to - from)
    ties += tied ** 3n - tied
    for (const at of order.slice(from, to)) ranks[at] = BigInt(from + to + 1)
    from = to
  }
  return { ranks, ties }
}

export type Concordance = {
  /** W in [0, 1]; null where every juror ties everything. */
  readonly exact: Rational | null
  readonly uncorrected: Rational
  readonly S: Rational
  readonly T: bigint
  readonly rankSums: readonly Rational[]
  readonly chiSquare: number | null
  readonly df: number
  readonly p: number | null
}

/**
 * Kendall's W of section 3.3 for complete rankings: a row per nomination, a column per juror, midranks within a
 * juror. Refused: one nomination, no juror, a missing value (then Durbin or ordinal alpha).
 */
export function kendallW(
  table: readonly (readonly (Rational | null)[])[],
): Result<Concordance, 'one-nomination' | 'no-jurors' | 'incomplete'> {
  const [I, J] = [table.length, table[0]?.length ?? 0]
  if (J === 0) return refuse('no-jurors')
  if (I < 2) return refuse('one-nomination')
  const full = table.map((row) => row.filter((value) => value !== null))
  if (full.some((row) => row.length !== J)) return refuse('incomplete')
  const ranked = Array.from({ length: J }, (_, j) => doubledMidranks(full.map((row) => row[j] as Rational)))
  const doubled = full.map((_, i) => ranked.reduce((sum, { ranks }) => sum + (ranks[i] as bigint), 0n))
  const T = ranked.reduce((sum, { ties }) => sum + ties, 0n)
  const [i, j] = [BigInt(I), BigInt(J)]
  const fourS = doubled.reduce((sum, rank) => sum + (rank - j * (i + 1n)) ** 2n, 0n)
  const most = j * j * (i ** 3n - i)
  const exact = most === j * T ? null : quotient(3n * fourS, most - j * T)
  const chiSquare = exact && J * (I - 1) * toNumber(exact)
  return ok({
    exact,
    uncorrected: quotient(3n * fourS, most),
    S: quotient(fourS, 4n),
    T,
    rankSums: doubled.map((rank) => quotient(rank, 2n)),
    chiSquare,
    df: I - 1,
    p: chiSquare === null ? null : chiSquareUpper(chiSquare, I - 1),
  })
}

export type Durbin = {
  readonly rankSums: readonly Rational[]
  /** D without, T1 with correction for ties; null where every juror ties everything. */
  readonly D: number
  readonly tieCorrected: number | null
  readonly df: number
  readonly p: number | null
}

/**
 * The Durbin statistic of section 3.3 for a balanced incomplete design: each juror ranks k nominations, each
 * nomination has r jurors. Refused: unequal k or r (`unbalanced`), one nomination, nobody who ranks two.
 */
export function durbin(
  table: readonly (readonly (Rational | null)[])[],
): Result<Durbin, 'one-nomination' | 'unbalanced' | 'no-rankings'> {
  if (table.length < 2) return refuse('one-nomination')
  const columns = (table[0] ?? []).map((_, j) =>
    table.flatMap((row, i) => (row[j] == null ? [] : [{ i, value: row[j] as Rational }])),
  )
  const k = columns[0]?.length ?? 0
  const r = table[0]?.filter((value) => value !== null).length ?? 0
  if (k < 2) return refuse('no-rankings')
  const even = columns.every((column) => column.length === k)
  if (!even || table.some((row) => row.filter((value) => value !== null).length !== r))
    return refuse('unbalanced')
  const doubled = table.map(() => 0n)
  let squares = 0n
  for (const column of columns) {
    const { ranks } = doubledMidranks(column.map(({ value }) => value))
    column.forEach(({ i }, at) => {
      doubled[i] = (doubled[i] as bigint) + (ranks[at] as bigint)
      squares += (ranks[at] as bigint) ** 2n
    })
  }
  const [t, b] = [table.length, columns.length]
  const centre = BigInt(r) * BigInt(k + 1)
  const spread = Number(doubled.reduce((sum, rank) => sum + (rank - centre) ** 2n, 0n)) / 4
  const rest = Number(squares) / 4 - (b * k * (k + 1) ** 2) / 4
  const tieCorrected = rest === 0 ? null : ((t - 1) * spread) / rest
  return ok({
    rankSums: doubled.map((rank) => quotient(rank, 2n)),
    D: (12 * (t - 1) * spread) / (r * t * (k - 1) * (k + 1)),
    tieCorrected,
    df: t - 1,
    p: tieCorrected === null ? null : chiSquareUpper(tieCorrected, t - 1),
  })
}
