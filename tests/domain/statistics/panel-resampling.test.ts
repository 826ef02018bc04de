import { describe, expect, it } from 'vitest'
import { bootstrapRows } from '#app/domain/statistics/bootstrap.ts'
import { quotient } from '#app/domain/statistics/exact.ts'
import { criteriaAgreement } from '#app/domain/statistics/halo.ts'
import { unbalancedIntraclass } from '#app/domain/statistics/icc.ts'
import { fleissKappa, pairKappa, weightedKappa, weightedKappaError } from '#app/domain/statistics/kappa.ts'
import {
  resampledFirstShare,
  resampledFleiss,
  resampledOneWay,
} from '#app/domain/statistics/panel-resampling.ts'
import { randomFrom } from '#app/domain/statistics/random.ts'

const random = randomFrom(41)
/** Each row as often as it is drawn: what the closed forms must agree with. */
const repeated = <T>(rows: readonly T[], counts: Int32Array): T[] =>
  rows.flatMap((row, at) => Array<T>(counts[at] ?? 0).fill(row))
const drawn = (rows: number): Int32Array => {
  const counts = new Int32Array(rows)
  for (let at = 0; at < rows; at += 1) {
    const row = random.below(rows)
    counts[row] = (counts[row] ?? 0) + 1
  }
  return counts
}

describe('a figure of nominations drawn anew', () => {
  it('is the one-way ICC of the table with its rows repeated', () => {
    const table = Array.from({ length: 9 }, (_, i) =>
      [0, 1, 2, 3].map((j) => (i > 0 && (i + j) % 4 === 0 ? null : 50 + 6 * i + 9 * random.normal())),
    )
    const figure = resampledOneWay(table)
    for (let draw = 0; draw < 20; draw += 1) {
      const counts = drawn(9)
      const plain = unbalancedIntraclass(repeated(table, counts))
      expect(plain.ok && plain.value.single).toBeCloseTo(figure(counts) ?? NaN, 9)
    }
    expect(figure(Int32Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull()
    expect(resampledOneWay([[1], [2]])(Int32Array.from([1, 1]))).toBeNull()
    expect(
      resampledOneWay([
        [4, 4],
        [4, null],
      ])(Int32Array.from([1, 1])),
    ).toBeNull()
  })

  it('is Fleiss’ kappa of the table with its rows repeated', () => {
    const table = Array.from({ length: 8 }, (_, i) => [(i * 3) % 6, 5 - ((i * 3) % 6)])
    const figure = resampledFleiss(table)
    for (let draw = 0; draw < 20; draw += 1) {
      const counts = drawn(8)
      const plain = fleissKappa(repeated(table, counts))
      if (plain.ok && plain.value.kappa !== null) expect(figure(counts)).toBeCloseTo(plain.value.kappa, 12)
    }
    expect(resampledFleiss([[4, 0]])(Int32Array.from([2]))).toBeNull()
  })

  it('is nothing at all, not nearly, where jurors agree as often as chance alone would have it', () => {
    // Every table of margins by margins: what is seen is what chance expects, whatever the counts.
    for (const [rows, columns] of [
      [
        [1, 2],
        [1, 2],
      ],
      [
        [3, 7, 11],
        [2, 5, 6],
      ],
      [
        [6, 1, 3],
        [1, 1, 1],
      ],
      [
        [13, 17],
        [19, 23],
      ],
    ] as const)
      for (const disagreement of ['linear', 'quadratic'] as const) {
        const table = rows.map((row) => columns.map((column) => row * column))
        expect(weightedKappa(table, disagreement)).toEqual({ ok: true, value: { weighted: 0, plain: 0 } })
      }
    // Two jurors: the pairs yes-yes, yes-no and no-no as 1, 2 and 1.
    const answers = [
      [2, 0],
      [1, 1],
      [1, 1],
      [0, 2],
    ] as const
    for (const times of [1, 3, 7]) {
      const table = Array.from({ length: times }, () => answers).flat()
      const found = fleissKappa(table)
      expect(found.ok && found.value.kappa).toBe(0)
      expect(resampledFleiss(table)(Int32Array.from(table, () => 1))).toBe(0)
    }
  })

  it('is the first eigenvalue of the criteria with its nominations repeated', () => {
    const sheets = Array.from({ length: 8 }, (_, i) =>
      ['a', 'b', 'c'].map((juror) => {
        const worth = 60 + 10 * random.normal()
        return { nomination: `N${i}`, juror, points: [0, 1, 2].map(() => worth + 6 * random.normal()) }
      }),
    )
    const { rows, figure } = resampledFirstShare(sheets.flat())
    expect(rows).toBe(8)
    for (let draw = 0; draw < 20; draw += 1) {
      const counts = drawn(8)
      const plain = criteriaAgreement(
        repeated(sheets, counts)
          .flat()
          .map(({ points }) => points),
      )
      expect(plain.ok && plain.value.firstEigenShare).toBeCloseTo(figure(counts) ?? NaN, 9)
    }
    const flat = [1, 2, 3].map((x) => ({ nomination: `N${x}`, juror: 'a', points: [x, 5] }))
    expect(resampledFirstShare(flat).figure(Int32Array.from([1, 1, 1]))).toBeNull()
  })
})

describe('the error of a weighted kappa', () => {
  const table = [
    [11, 3, 1],
    [4, 9, 5],
    [0, 2, 15],
  ]

  it('follows from how kappa moves with each share of the table', () => {
    const n = table.flat().reduce((sum, count) => sum + count, 0)
    for (const disagreement of ['linear', 'quadratic'] as const) {
      const kappaOf = (counts: readonly (readonly number[])[]): number => {
        const result = weightedKappa(counts, disagreement)
        return (result.ok && result.value.weighted) || 0
      }
      const h = 1e-4
      const slopes = table.flatMap((row, a) =>
        row.map((_, b) => {
          const moved = table.map((line, x) =>
            line.map((count, y) => (x === a && y === b ? count + h : count)),
          )
          return { p: (table[a]?.[b] ?? 0) / n, slope: ((kappaOf(moved) - kappaOf(table)) / h) * n }
        }),
      )
      const mean = slopes.reduce((sum, { p, slope }) => sum + p * slope, 0)
      const variance = slopes.reduce((sum, { p, slope }) => sum + p * (slope - mean) ** 2, 0)
      expect(weightedKappaError(table, disagreement)).toBeCloseTo(Math.sqrt(variance / n), 4)
    }
  })

  it('is that of nominations drawn anew where there are many', () => {
    const pairs = table.flatMap((row, a) =>
      row.flatMap((count, b) => Array<readonly [number, number]>(count).fill([a, b])),
    )
    const law = bootstrapRows(
      pairs.length,
      (counts) => {
        const drawnPairs = repeated(pairs, counts)
        const result = pairKappa(
          drawnPairs.map(([a]) => a),
          drawnPairs.map(([, b]) => b),
          'quadratic',
        )
        return result.ok ? result.value.weighted : null
      },
      5,
    )
    const error = weightedKappaError(table, 'quadratic') ?? 0
    expect(law.ok && law.value.sd).toBeGreaterThan(0.85 * error)
    expect(law.ok && law.value.sd).toBeLessThan(1.15 * error)
    expect(law.ok && law.value.quantile(quotient(1n, 2n))).toBeGreaterThan(0.5)
  })

  it('is none where chance allows no disagreement', () => {
    expect(
      weightedKappaError(
        [
          [7, 0],
          [0, 0],
        ],
        'linear',
      ),
    ).toBeNull()
  })
})
