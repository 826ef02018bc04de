import type { RowStatistic } from './bootstrap.ts'
import type { CriterionSheet } from './halo.ts'
import { eigen } from './numeric/eigen.ts'
import { square } from './numeric/matrix.ts'

/** A sum over the rows of a table, each as often as it was drawn. */
const drawnSum = (counts: Int32Array, of: Float64Array): number => {
  let sum = 0
  for (let row = 0; row < of.length; row += 1) sum += (counts[row] as number) * (of[row] as number)
  return sum
}

/**
 * The one-way ICC of a single sheet (section 3.2) as a function of how often each nomination is drawn, for the interval of
 * section 3.5; null where a resample has no second sheet, one nomination or no scatter. Rows without a sheet weigh nothing.
 */
export function resampledOneWay(table: readonly (readonly (number | null)[])[]): RowStatistic {
  const first = table.flat().find((value) => value !== null) ?? 0
  const rows = table.map((row) => row.filter((value) => value !== null).map((value) => value - first))
  const of = (pick: (row: readonly number[]) => number): Float64Array => Float64Array.from(rows, pick)
  const sum = (row: readonly number[]): number => row.reduce((reached, value) => reached + value, 0)
  const drawn = of((row) => (row.length > 0 ? 1 : 0))
  const sheets = of((row) => row.length)
  const squaredSheets = of((row) => row.length ** 2)
  const sums = of(sum)
  const between = of((row) => (row.length > 0 ? sum(row) ** 2 / row.length : 0))
  const within = of((row) => row.reduce((all, value) => all + (value - sum(row) / row.length) ** 2, 0))
  return (counts) => {
    const [n, N] = [drawnSum(counts, drawn), drawnSum(counts, sheets)]
    if (n < 2 || N === n) return null
    const k0 = (N - drawnSum(counts, squaredSheets) / N) / (n - 1)
    const MSB = Math.max(0, drawnSum(counts, between) - drawnSum(counts, sums) ** 2 / N) / (n - 1)
    const MSW = drawnSum(counts, within) / (N - n)
    const noise = MSB + (k0 - 1) * MSW
    return noise > 0 ? (MSB - MSW) / noise : null
  }
}

/**
 * Fleiss' kappa (section 3.4) as a function of how often each nomination is drawn; `table` as for `fleissKappa`, the same
 * number of jurors in every row. Null where a resample has one answer only.
 */
export function resampledFleiss(table: readonly (readonly number[])[]): RowStatistic {
  const jurors = (table[0] ?? []).reduce((sum, count) => sum + count, 0)
  const agreed = Float64Array.from(table, (row) => row.reduce((sum, count) => sum + count * (count - 1), 0))
  const answers = (table[0] ?? []).map((_, c) => Float64Array.from(table, (row) => row[c] ?? 0))
  return (counts) => {
    const all = counts.reduce((sum, count) => sum + count, 0) * jurors
    const chance = answers.reduce((sum, answer) => sum + drawnSum(counts, answer) ** 2, 0)
    const least = (jurors - 1) * (all ** 2 - chance)
    return least === 0 ? null : (drawnSum(counts, agreed) * all - chance * (jurors - 1)) / least
  }
}

/** Sums of points, of their products and of sheets, one value a nomination. */
function momentsOf(sheets: readonly CriterionSheet[]) {
  const rows = [...Map.groupBy(sheets, ({ nomination }) => nomination).values()]
  const C = sheets[0]?.points.length ?? 0
  const centre = Array.from({ length: C }, (_, c) => sheets[0]?.points[c] ?? 0)
  const over = (of: (sheet: readonly number[]) => number): Float64Array =>
    Float64Array.from(rows, (row) =>
      row.reduce((sum, { points }) => sum + of(points.map((x, c) => x - (centre[c] as number))), 0),
    )
  return {
    ...{ C, rows: rows.length },
    sheets: Float64Array.from(rows, (row) => row.length),
    sums: centre.map((_, c) => over((points) => points[c] as number)),
    products: centre.map((_, a) =>
      centre.map((__, b) => over((points) => (points[a] as number) * (points[b] as number))),
    ),
  }
}

/**
 * The share of the first eigenvalue of the correlation of the criteria (section 3.9) as a function of how often each
 * nomination is drawn with all its sheets; null where a criterion does not vary in a resample. `rows`: how many nominations.
 */
export function resampledFirstShare(sheets: readonly CriterionSheet[]): {
  readonly rows: number
  readonly figure: RowStatistic
} {
  const { C, rows, sheets: sizes, sums, products } = momentsOf(sheets)
  const figure: RowStatistic = (counts) => {
    const n = drawnSum(counts, sizes)
    const means = sums.map((sum) => drawnSum(counts, sum) / n)
    const covariance = products.map((line, a) =>
      line.map((sum, b) => drawnSum(counts, sum) / n - (means[a] as number) * (means[b] as number)),
    )
    const scale = covariance.map((line, a) => Math.sqrt(line[a] as number))
    if (scale.some((one) => !(one > 0))) return null
    const matrix = square(C)
    covariance.forEach((line, a) =>
      line.forEach((value, b) => {
        matrix.cells[a * C + b] = value / ((scale[a] as number) * (scale[b] as number))
      }),
    )
    return (eigen(matrix).values[0] as number) / C
  }
  return { rows, figure }
}
