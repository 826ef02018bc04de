import type { AlphaMetric, RatingTable } from './alpha.ts'
import { pairable } from './alpha.ts'
import type { RowStatistic } from './bootstrap.ts'

type Doubles = {
  readonly values: Float64Array
  readonly units: readonly (readonly (readonly [number, number])[])[]
}

function squaredDistance(metric: AlphaMetric, { values }: Doubles, n: Float64Array) {
  if (metric === 'nominal') return (c: number, k: number) => (c === k ? 0 : 1)
  const at = (index: number): number => values[index] as number
  if (metric === 'interval') return (c: number, k: number) => (at(c) - at(k)) ** 2
  if (metric === 'ratio') return (c: number, k: number) => ((at(c) - at(k)) / (at(c) + at(k))) ** 2
  let running = 0
  const middle = n.map((count) => {
    running += count
    return running - count / 2
  })
  return (c: number, k: number) => ((middle[c] as number) - (middle[k] as number)) ** 2
}

function weighed({ values, units }: Doubles, counts: Int32Array): Float64Array {
  const n = new Float64Array(values.length)
  units.forEach((unit, u) => {
    for (const [value, count] of unit) n[value] = (n[value] as number) + count * (counts[u] as number)
  })
  return n
}

function alphaOf(metric: AlphaMetric, data: Doubles, counts: Int32Array): number | null {
  const n = weighed(data, counts)
  if (n.filter((count) => count > 0).length < 2) return null
  const distance = squaredDistance(metric, data, n)
  let observed = 0
  data.units.forEach((unit, u) => {
    const times = counts[u] as number
    if (times === 0) return
    const others = unit.reduce((sum, [, count]) => sum + count, 0) - 1
    let pairs = 0
    for (const [c, first] of unit)
      for (const [k, second] of unit) if (c < k) pairs += first * second * distance(c, k)
    observed += (times * pairs) / others
  })
  let expected = 0
  for (let c = 0; c < n.length; c += 1)
    for (let k = c + 1; k < n.length; k += 1)
      if (n[c] !== 0 && n[k] !== 0) expected += (n[c] as number) * (n[k] as number) * distance(c, k)
  const total = n.reduce((sum, count) => sum + count, 0)
  return 1 - ((total - 1) * observed) / expected
}

/**
 * Krippendorff's alpha as a function of how often each row of the table is drawn, for the interval of section 3.5;
 * null where a resample has no variation. In doubles: a resample is never published.
 */
export function resampledAlpha(table: RatingTable, metric: AlphaMetric): RowStatistic {
  const { values, units, denominator } = pairable(table)
  const scale = Number(denominator)
  const data: Doubles = { values: Float64Array.from(values, (value) => Number(value) / scale), units }
  const rows = table.flatMap((row, at) => (row.filter((value) => value !== null).length >= 2 ? [at] : []))
  return (counts) =>
    alphaOf(
      metric,
      data,
      Int32Array.from(rows, (row) => counts[row] as number),
    )
}
