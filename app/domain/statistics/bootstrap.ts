import { compare, toText } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { forEachCountVector, MOST_ENUMERATED } from './count-vectors.ts'
import { toNumber } from './exact.ts'
import { randomFrom } from './random.ts'
import { collector } from './resampled.ts'
import type { Resampled } from './resampled.ts'

/** Up to this many rows every resample is enumerated; beyond, this many are drawn (section 3.5). */
const MOST_ROWS_ENUMERATED = 8
export const ROW_DRAWS = 5000

/** A figure as a function of how often each row was drawn; null where it is undefined. */
export type RowStatistic = (counts: Int32Array) => number | null

/** The law of a figure over every resample of the rows. Refused: no row, more than eleven. */
export function enumerateRows(
  rows: number,
  figure: RowStatistic,
): Result<Resampled, 'no-rows' | 'too-many-to-enumerate'> {
  if (rows === 0) return refuse('no-rows')
  if (rows > MOST_ENUMERATED) return refuse('too-many-to-enumerate', { rows, most: MOST_ENUMERATED })
  const law = collector()
  forEachCountVector(rows, (counts, weight) => law.put(figure(counts), weight))
  return ok(law.close('enumerated', null))
}

/**
 * The bootstrap of section 3.5: nominations with all their cells are resampled, never cells. Enumerated up to eight
 * rows, else `draws` resamples from the seed, which is to be logged. Refused: no row.
 */
export function bootstrapRows(
  rows: number,
  figure: RowStatistic,
  seed: number,
  draws = ROW_DRAWS,
): Result<Resampled, 'no-rows' | 'too-many-to-enumerate'> {
  if (rows <= MOST_ROWS_ENUMERATED) return enumerateRows(rows, figure)
  const random = randomFrom(seed)
  const law = collector()
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = new Int32Array(rows)
    for (let row = 0; row < rows; row += 1) {
      const at = random.below(rows)
      counts[at] = (counts[at] as number) + 1
    }
    law.put(figure(counts), 1)
  }
  return ok(law.close('drawn', seed))
}

export type ExactLaw = {
  readonly mean: number
  /** Standard error, in the unit of the values. */
  readonly se: number
  readonly distinct: number
  readonly quantile: (p: Rational) => Rational
}
type Weighted = { readonly value: Rational; readonly weight: number }

function exactLaw(points: readonly Weighted[]): ExactLaw {
  const ordered = [...points].sort((a, b) => compare(a.value, b.value))
  const total = ordered.reduce((sum, { weight }) => sum + weight, 0)
  const weighed = (of: (value: number) => number): number =>
    ordered.reduce((sum, { value, weight }) => sum + of(toNumber(value)) * weight, 0) / total
  const mean = weighed((value) => value)
  return {
    mean,
    se: Math.sqrt(weighed((value) => (value - mean) ** 2)),
    distinct: ordered.length,
    quantile: (p) => {
      let cumulated = 0n
      const found = ordered.find(({ weight }) => {
        cumulated += BigInt(weight)
        return cumulated * p.q >= p.p * BigInt(total)
      })
      return (found ?? (ordered.at(-1) as Weighted)).value
    },
  }
}

/**
 * The exact law of an official aggregate over every resample of its values (section 3.5). Refused: no value, more
 * than eleven, a rule that leaves nothing of them.
 */
export function enumerateValues(
  values: readonly Rational[],
  aggregate: (values: readonly Rational[]) => Rational | null,
): Result<ExactLaw, 'no-rows' | 'too-many-to-enumerate' | 'nothing-left'> {
  if (values.length === 0) return refuse('no-rows')
  if (values.length > MOST_ENUMERATED) return refuse('too-many-to-enumerate', { rows: values.length })
  if (aggregate(values) === null) return refuse('nothing-left', { rows: values.length })
  const points = new Map<string, Weighted>()
  forEachCountVector(values.length, (counts, weight) => {
    const value = aggregate(values.flatMap((one, at) => Array<Rational>(counts[at] as number).fill(one)))
    if (value === null) return
    const key = toText(value)
    points.set(key, { value, weight: weight + (points.get(key)?.weight ?? 0) })
  })
  return ok(exactLaw([...points.values()]))
}
