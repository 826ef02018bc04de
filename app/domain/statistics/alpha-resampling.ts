import type { AlphaMetric, RatingTable } from './alpha.ts'
import { pairable } from './alpha.ts'
import type { RowStatistic } from './bootstrap.ts'

type Units = readonly (readonly (readonly [value: number, count: number])[])[]
type Doubles = { readonly values: Float64Array; readonly units: Units }
type Distance = (c: number, k: number) => number

/** δ² of two values where it does not depend on how often each was given; null for the ordinal one, which does. */
function fixedDistance(metric: AlphaMetric, { values }: Doubles): Distance | null {
  if (metric === 'ordinal') return null
  if (metric === 'nominal') return (c, k) => (c === k ? 0 : 1)
  const at = (index: number): number => values[index] as number
  return metric === 'interval'
    ? (c, k) => (at(c) - at(k)) ** 2
    : (c, k) => ((at(c) - at(k)) / (at(c) + at(k))) ** 2
}

function ordinalDistance(n: Float64Array): Distance {
  let running = 0
  const middle = n.map((count) => {
    running += count
    return running - count / 2
  })
  return (c, k) => ((middle[c] as number) - (middle[k] as number)) ** 2
}

/** Σ δ² over the pairs of values of each unit. */
const pairsOf = (units: Units, distance: Distance): Float64Array =>
  Float64Array.from(units, (unit) => {
    let pairs = 0
    for (const [c, first] of unit)
      for (const [k, second] of unit) if (c < k) pairs += first * second * distance(c, k)
    return pairs
  })

/** How often each value stands in the drawn units: whole numbers, in any order. */
function weigher({ values, units }: Doubles): (counts: Int32Array) => Float64Array {
  const [unit, value, count] = [0, 1, 2].map((part) =>
    Int32Array.from(
      units.flatMap((one, u) => one.map(([of, times]) => [u, of, times] as const)),
      (cell) => cell[part] as number,
    ),
  ) as [Int32Array, Int32Array, Int32Array]
  return (counts) => {
    const n = new Float64Array(values.length)
    for (let cell = 0; cell < unit.length; cell += 1) {
      const at = value[cell] as number
      n[at] = (n[at] as number) + (count[cell] as number) * (counts[unit[cell] as number] as number)
    }
    return n
  }
}

/**
 * Alpha of the drawn units. What a unit says of itself is reckoned once, not in each of thousands of resamples, wherever
 * the metric allows it; sums go in the same order either way, so that not a digit differs.
 */
function alphaOver(metric: AlphaMetric, data: Doubles): (counts: Int32Array) => number | null {
  const weigh = weigher(data)
  const fixed = fixedDistance(metric, data)
  const known = fixed && pairsOf(data.units, fixed)
  const others = data.units.map((unit) => unit.reduce((sum, [, count]) => sum + count, 0) - 1)
  return (counts) => {
    const n = weigh(counts)
    const given = [...n.keys()].filter((value) => n[value] !== 0)
    if (given.length < 2) return null
    const distance = fixed ?? ordinalDistance(n)
    const pairs = known ?? pairsOf(data.units, distance)
    let observed = 0
    for (let u = 0; u < others.length; u += 1)
      if (counts[u] !== 0) observed += ((counts[u] as number) * (pairs[u] as number)) / (others[u] as number)
    let expected = 0
    given.forEach((c, at) => {
      for (let next = at + 1; next < given.length; next += 1) {
        const k = given[next] as number
        expected += (n[c] as number) * (n[k] as number) * distance(c, k)
      }
    })
    const total = n.reduce((sum, count) => sum + count, 0)
    return 1 - ((total - 1) * observed) / expected
  }
}

/**
 * Krippendorff's alpha as a function of how often each row of the table is drawn, for the interval of section 3.5;
 * null where a resample has no variation. In doubles: a resample is never published.
 */
export function resampledAlpha(table: RatingTable, metric: AlphaMetric): RowStatistic {
  const { values, units, denominator } = pairable(table)
  const scale = Number(denominator)
  const alpha = alphaOver(metric, {
    values: Float64Array.from(values, (value) => Number(value) / scale),
    units,
  })
  const rows = table.flatMap((row, at) => (row.filter((value) => value !== null).length >= 2 ? [at] : []))
  return (counts) => alpha(Int32Array.from(rows, (row) => counts[row] as number))
}
