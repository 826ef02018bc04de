import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { fQuantile } from './numeric/distributions.ts'

export type Interval = readonly [low: number, high: number]
/** A coefficient and its interval; null where the mean squares leave it undefined. Negative values are legal. */
export type Coefficient = { readonly value: number | null; readonly interval: Interval | null }
export type IccForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)'
export type MeanSquares = {
  readonly BMS: number
  readonly WMS: number
  readonly JMS: number
  readonly EMS: number
}
export type IntraclassCorrelations = MeanSquares & { readonly forms: Readonly<Record<IccForm, Coefficient>> }

const divided = (p: number, q: number): number | null => (q === 0 || !Number.isFinite(p / q) ? null : p / q)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

/** A mean square below this share of the largest is the rounding of equal values. */
const ROUNDING = 1e-24
const tidy = <Squares extends Record<string, number>>(squares: Squares): Squares => {
  const most = Math.max(...Object.values(squares))
  return Object.fromEntries(
    Object.entries(squares).map(([name, value]) => [name, value <= ROUNDING * most ? 0 : value]),
  ) as Squares
}
/** Measured from the first value, so that a table of one value has sums of nought, not of rounding. */
const fromFirst = (table: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const first = table[0]?.[0] ?? 0
  return table.map((row) => row.map((value) => value - first))
}

/** Mean squares between nominations, within them, between jurors and of the rest (complete table). */
function meanSquares(table: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [table.length, table[0]?.length ?? 0]
  const rows = table.map(mean)
  const grand = mean(rows)
  const columns = (table[0] ?? []).map((_, j) => mean(table.map((row) => row[j] as number)))
  const within = sum(table.flatMap((row, i) => row.map((y) => (y - (rows[i] as number)) ** 2)))
  const rest = sum(
    table.flatMap((row, i) =>
      row.map((y, j) => (y - (rows[i] as number) - (columns[j] as number) + grand) ** 2),
    ),
  )
  return tidy({
    BMS: (k * sum(rows.map((row) => (row - grand) ** 2))) / (n - 1),
    WMS: within / (n * (k - 1)),
    JMS: (n * sum(columns.map((column) => (column - grand) ** 2))) / (k - 1),
    EMS: rest / ((n - 1) * (k - 1)),
  })
}

const stepUp = (value: number, k: number): number => (value * k) / (1 + value * (k - 1))

/** The interval of ICC(2,1) by Satterthwaite's degrees of freedom (Shrout and Fleiss 1979). */
function agreementInterval(
  { BMS, JMS, EMS }: MeanSquares,
  n: number,
  k: number,
  value: number,
  tail: number,
): Interval | null {
  const f = JMS / EMS
  const a = n * (1 + (k - 1) * value) - k * value
  const v = ((k - 1) * (n - 1) * (k * value * f + a) ** 2) / ((n - 1) * k * k * value * value * f * f + a * a)
  if (!(v > 0) || !Number.isFinite(v)) return null
  const [up, down] = [fQuantile(1 - tail, n - 1, v), fQuantile(1 - tail, v, n - 1)]
  const noise = k * JMS + (k * n - k - n) * EMS
  return [
    (n * (BMS - up * EMS)) / (up * noise + n * BMS),
    (n * (down * BMS - EMS)) / (noise + n * down * BMS),
  ]
}

/** Bounds of an F ratio: the ratio over and times the quantiles of its own degrees of freedom. */
const ratioBounds = (f: number, d1: number, d2: number, tail: number): Interval => [
  f / fQuantile(1 - tail, d1, d2),
  f * fQuantile(1 - tail, d2, d1),
]
const single = ([low, high]: Interval, k: number): Interval => [
  (low - 1) / (low + k - 1),
  (high - 1) / (high + k - 1),
]
const average = ([low, high]: Interval): Interval => [1 - 1 / low, 1 - 1 / high]

/**
 * The six intraclass correlations of section 3.2 (Shrout and Fleiss 1979) with F-based intervals at `level`. `table`:
 * a row per nomination, a column per juror, complete, points. Refused: one nomination, one juror, a missing sheet,
 * no variation at all.
 */
export function intraclass(
  table: readonly (readonly (number | null)[])[],
  level = 0.95,
): Result<IntraclassCorrelations, 'one-nomination' | 'one-juror' | 'incomplete' | 'no-variation'> {
  const [n, k] = [table.length, table[0]?.length ?? 0]
  if (n < 2) return refuse('one-nomination')
  if (k < 2) return refuse('one-juror')
  const full = table.map((row) => row.filter((value) => value !== null))
  if (full.some((row) => row.length !== k)) return refuse('incomplete')
  const squares = meanSquares(fromFirst(full))
  const { BMS, WMS, JMS, EMS } = squares
  if (BMS === 0 && WMS === 0) return refuse('no-variation')
  const tail = (1 - level) / 2
  const one = WMS > 0 ? ratioBounds(BMS / WMS, n - 1, n * (k - 1), tail) : null
  const three = EMS > 0 ? ratioBounds(BMS / EMS, n - 1, (n - 1) * (k - 1), tail) : null
  const two = divided(BMS - EMS, BMS + (k - 1) * EMS + (k * (JMS - EMS)) / n)
  const agreement = two !== null && EMS > 0 ? agreementInterval(squares, n, k, two, tail) : null
  const forms: Record<IccForm, Coefficient> = {
    'ICC(1,1)': { value: divided(BMS - WMS, BMS + (k - 1) * WMS), interval: one && single(one, k) },
    'ICC(2,1)': { value: two, interval: agreement },
    'ICC(3,1)': { value: divided(BMS - EMS, BMS + (k - 1) * EMS), interval: three && single(three, k) },
    'ICC(1,k)': { value: divided(BMS - WMS, BMS), interval: one && average(one) },
    'ICC(2,k)': {
      value: divided(BMS - EMS, BMS + (JMS - EMS) / n),
      interval: agreement && [stepUp(agreement[0], k), stepUp(agreement[1], k)],
    },
    'ICC(3,k)': { value: divided(BMS - EMS, BMS), interval: three && average(three) },
  }
  return ok({ ...squares, forms })
}

export type UnbalancedIcc = {
  readonly k0: number
  readonly MSB: number
  readonly MSW: number
  /** For one sheet, and for the mean of k0 sheets. */
  readonly single: number | null
  readonly average: number | null
}

/**
 * The one-way ICC of an unbalanced table (Ebel 1951; section 3.2): missing sheets are left out, nominations without
 * any too. Refused: one nomination, no second sheet anywhere.
 */
export function unbalancedIntraclass(
  table: readonly (readonly (number | null)[])[],
): Result<UnbalancedIcc, 'one-nomination' | 'no-second-sheet'> {
  const rows = fromFirst(
    table.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 0),
  )
  const [n, N] = [rows.length, sum(rows.map((row) => row.length))]
  if (n < 2) return refuse('one-nomination')
  if (N === n) return refuse('no-second-sheet')
  const grand = sum(rows.flat()) / N
  const k0 = (N - sum(rows.map((row) => row.length ** 2)) / N) / (n - 1)
  const { MSB, MSW } = tidy({
    MSB: sum(rows.map((row) => row.length * (mean(row) - grand) ** 2)) / (n - 1),
    MSW: sum(rows.flatMap((row) => row.map((y) => (y - mean(row)) ** 2))) / (N - n),
  })
  return ok({
    k0,
    MSB,
    MSW,
    single: divided(MSB - MSW, MSB + (k0 - 1) * MSW),
    average: divided(MSB - MSW, MSB),
  })
}
