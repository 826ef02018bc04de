import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rational } from '#app/domain/kernel/rational.ts'
import type { AlphaMetric, RatingTable } from '#app/domain/statistics/alpha.ts'
import { pairable } from '#app/domain/statistics/alpha.ts'
import { resampledAlpha } from '#app/domain/statistics/alpha-resampling.ts'
import { dualMatrix } from '#app/domain/statistics/dual.ts'
import { designFor, sheet } from './sheets-build.ts'

/** Alpha of one resample by its formula alone, every sum made anew and in the order of the values (section 3.1). */
function plainAlpha(table: RatingTable, metric: AlphaMetric, drawn: Int32Array): number | null {
  const { values: numerators, units, denominator } = pairable(table)
  const at = numerators.map((value) => Number(value) / Number(denominator))
  const rows = table.flatMap((row, i) => (row.filter((value) => value !== null).length >= 2 ? [i] : []))
  const times = rows.map((row) => drawn[row] ?? 0)
  const n = at.map((_, value) =>
    units.reduce((sum, unit, u) => sum + (new Map(unit).get(value) ?? 0) * (times[u] ?? 0), 0),
  )
  if (n.filter((count) => count > 0).length < 2) return null
  const middle = n.map((count, value) => n.slice(0, value + 1).reduce((sum, one) => sum + one, 0) - count / 2)
  const distance = (c: number, k: number): number => {
    const [a, b] = [at[c] ?? NaN, at[k] ?? NaN]
    if (metric === 'nominal') return c === k ? 0 : 1
    if (metric === 'interval') return (a - b) ** 2
    return metric === 'ratio' ? ((a - b) / (a + b)) ** 2 : ((middle[c] ?? NaN) - (middle[k] ?? NaN)) ** 2
  }
  let [observed, expected] = [0, 0]
  units.forEach((unit, u) => {
    const others = unit.reduce((sum, [, count]) => sum + count, 0) - 1
    let pairs = 0
    for (const [c, first] of unit)
      for (const [k, second] of unit) if (c < k) pairs += first * second * distance(c, k)
    observed += ((times[u] ?? 0) * pairs) / others
  })
  for (let c = 0; c < n.length; c += 1)
    for (let k = c + 1; k < n.length; k += 1) expected += (n[c] ?? 0) * (n[k] ?? 0) * distance(c, k)
  return 1 - ((n.reduce((sum, count) => sum + count, 0) - 1) * observed) / expected
}

const third = fc.integer({ min: 1, max: 30 }).map((p): Rational => ({ p: BigInt(p), q: 3n }))
const drawnTable = fc.integer({ min: 2, max: 5 }).chain((jurors) =>
  fc.array(fc.array(fc.option(third), { minLength: jurors, maxLength: jurors }), {
    minLength: 2,
    maxLength: 9,
  }),
)

describe('what is reckoned once instead of in every resample', () => {
  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)(
    'gives the %s alpha of a resample to the last digit',
    (metric) => {
      fc.assert(
        fc.property(drawnTable, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (table, stream) => {
          const counts = Int32Array.from(table, () => stream.next().value as number)
          expect(resampledAlpha(table, metric)(counts)).toBe(plainAlpha(table, metric, counts))
        }),
        { numRuns: 150 },
      )
    },
  )

  it('gives every cell of the dual, mirrored or not, as all pairs of sheets would', () => {
    const one = fc.record({ i: fc.integer({ min: 0, max: 5 }), j: fc.integer({ min: 0, max: 4 }) })
    fc.assert(
      // The same juror may stand twice on one nomination.
      fc.property(fc.array(one, { minLength: 1, maxLength: 25 }), (sheets) => {
        const design = designFor(sheets.map(({ i, j }) => sheet(`N${i}`, `J${j}`, 50)))
        const share = design.n.map((count) => 1 / (3 * count + 0.1))
        const { size, cells } = dualMatrix(design, share)
        const plain = Array.from({ length: size * size }, (_, at) =>
          at % (size + 1) === 0 ? (design.m[at / (size + 1)] ?? NaN) : 0,
        )
        design.nomination.forEach((i, a) =>
          design.nomination.forEach((other, b) => {
            if (i !== other) return
            const at = (design.juror[a] ?? NaN) * size + (design.juror[b] ?? NaN)
            plain[at] = (plain[at] ?? NaN) - (share[i] ?? NaN)
          }),
        )
        expect([...cells]).toEqual(plain)
      }),
    )
  })
})
