import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiSquareUpper,
  fCdf,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  studentUpper,
  studentUpperQuantile,
} from '#app/domain/statistics/numeric/distributions.ts'
import { eigen } from '#app/domain/statistics/numeric/eigen.ts'
import {
  cell,
  cholesky,
  inverse,
  logDeterminant,
  solve,
  square,
} from '#app/domain/statistics/numeric/matrix.ts'
import type { Square } from '#app/domain/statistics/numeric/matrix.ts'
import { minimum } from '#app/domain/statistics/numeric/minimum.ts'
import { randomFrom, shuffled } from '#app/domain/statistics/random.ts'

const near = (actual: number, expected: number, relative = 1e-12): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))

/** By arithmetic with forty digits. */
const NORMAL_UPPER: readonly (readonly [number, number])[] = [
  [-8.0, 0.9999999999999993],
  [-2.5, 0.9937903346742238],
  [-0.3, 0.6179114221889527],
  [0.7, 0.241963652223073],
  [3.1, 0.0009676032132183569],
  [6.0, 9.86587645037698e-10],
]
const CHI_SQUARE_UPPER: readonly (readonly [number, number, number])[] = [
  [0.3, 1, 0.5838824207703652],
  [2.5, 3, 0.4752910833430206],
  [28.6, 9, 0.0007567378732232787],
  [120, 40, 6.351918340378976e-10],
  [60, 2, 9.357622968840175e-14],
]
const F_UPPER: readonly (readonly [number, number, number, number])[] = [
  [3.2, 4, 20, 0.03483162372878258],
  [0.05, 7, 3, 0.9991774207533924],
  [40, 1, 24, 1.5424391724064463e-6],
  [1.3, 2.5, 17.3, 0.30316695211051176],
  [0.9, 200, 150, 0.7572884650918478],
]
const STUDENT_UPPER: readonly (readonly [number, number, number])[] = [
  [2.1, 5, 0.04487662494229938],
  [-1.4, 11, 0.90545973242019],
  [9, 3, 0.0014479060809320734],
  [4.2, 300, 1.7615308068138694e-5],
]

describe('the distributions', () => {
  it('agree with forty-digit arithmetic', () => {
    for (const [z, p] of NORMAL_UPPER) near(normalUpper(z), p)
    for (const [x, df, p] of CHI_SQUARE_UPPER) near(chiSquareUpper(x, df), p)
    for (const [f, d1, d2, p] of F_UPPER) near(fUpper(f, d1, d2), p, 1e-11)
    for (const [t, df, p] of STUDENT_UPPER) near(studentUpper(t, df), p, 1e-11)
  })

  it('give back the probability of each of their quantiles', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    const df = fc.double({ min: 0.7, max: 300, noNaN: true })
    fc.assert(
      fc.property(p, df, df, (share, d1, d2) => {
        near(fCdf(fQuantile(share, d1, d2), d1, d2), share, 1e-10)
        near(studentUpper(studentUpperQuantile(share, d2), d2), share, 1e-10)
        near(normalCdf(normalQuantile(share)), share, 1e-12)
      }),
      { numRuns: 60 },
    )
  })

  it('know their ends', () => {
    expect(fUpper(0, 3, 4)).toBe(1)
    expect(fUpper(Infinity, 3, 4)).toBe(0)
    expect(fCdf(0, 3, 4)).toBe(0)
    expect(fCdf(Infinity, 3, 4)).toBe(1)
    expect(chiSquareUpper(0, 2)).toBe(1)
    expect(normalQuantile(0.5)).toBe(0)
    expect(studentUpperQuantile(0.5, 3)).toBe(0)
  })
})

/** B Bᵀ + a little of the diagonal: symmetric positive definite. */
const definite = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size })
    .map((b): Square => {
      const matrix = square(size)
      for (let i = 0; i < size; i += 1)
        for (let k = 0; k < size; k += 1) {
          let sum = i === k ? 1 : 0
          for (let j = 0; j < size; j += 1) sum += (b[i * size + j] ?? 0) * (b[k * size + j] ?? 0)
          matrix.cells[i * size + k] = sum
        }
      return matrix
    }),
)

describe('the linear algebra', () => {
  it('solves what it factors', () => {
    fc.assert(
      fc.property(definite, (matrix) => {
        const { size } = matrix
        const factor = cholesky(matrix)
        if (factor === null) return expect.fail('a definite matrix has a factor')
        const x = Float64Array.from({ length: size }, (_, at) => at + 1)
        const b = x.map((_, i) => x.reduce((sum, value, k) => sum + cell(matrix, i, k) * value, 0))
        solve(factor, b).forEach((value, at) => expect(value).toBeCloseTo(x[at] ?? 0, 6))
        const back = inverse(factor)
        for (let i = 0; i < size; i += 1)
          for (let k = 0; k < size; k += 1) {
            let sum = 0
            for (let j = 0; j < size; j += 1) sum += cell(matrix, i, j) * cell(back, j, k)
            expect(sum).toBeCloseTo(i === k ? 1 : 0, 6)
          }
        const { values } = eigen(matrix)
        expect(logDeterminant(factor)).toBeCloseTo(
          values.reduce((sum, value) => sum + Math.log(value), 0),
          7,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says when there is nothing to factor', () => {
    expect(cholesky({ size: 2, cells: Float64Array.from([1, 1, 1, 1]) })).toBeNull()
  })

  it('turns a matrix to its own axes, largest first', () => {
    fc.assert(
      fc.property(definite, (matrix) => {
        const { size } = matrix
        const { values, vectors } = eigen(matrix)
        for (let k = 0; k < size; k += 1) {
          if (k > 0) expect(values[k]).toBeLessThanOrEqual(values[k - 1] ?? Infinity)
          for (let i = 0; i < size; i += 1) {
            let product = 0
            for (let j = 0; j < size; j += 1) product += cell(matrix, i, j) * (vectors[j * size + k] ?? 0)
            expect(product).toBeCloseTo((values[k] ?? 0) * (vectors[i * size + k] ?? 0), 6)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds the least value inside and at either end', () => {
    expect(minimum((x) => (x - 3) ** 2, 0, 10).at).toBeCloseTo(3, 6)
    expect(minimum((x) => x, 0, 10).at).toBe(0)
    expect(minimum((x) => -x, 0, 10).at).toBeCloseTo(10, 8)
  })
})

describe('the seeded stream', () => {
  it('is the same for the same seed and another for another', () => {
    const take = (seed: number) => Array.from({ length: 8 }, randomFrom(seed).next)
    expect(take(7)).toEqual(take(7))
    expect(take(7)).not.toEqual(take(8))
  })

  it('is even over its range, and normal where asked', () => {
    const random = randomFrom(1)
    const faces = new Float64Array(6)
    for (let draw = 0; draw < 60_000; draw += 1) {
      const face = random.below(6)
      faces[face] = (faces[face] ?? 0) + 1
    }
    const chiSquare = faces.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquareUpper(chiSquare, 5)).toBeGreaterThan(0.001)
    const draws = Array.from({ length: 60_000 }, random.normal)
    const mean = draws.reduce((sum, z) => sum + z, 0) / draws.length
    const variance = draws.reduce((sum, z) => sum + z * z, 0) / draws.length
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws.length))
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws.length))
    const beyond = draws.filter((z) => Math.abs(z) > 1.959963984540054).length / draws.length
    expect(Math.abs(beyond - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / draws.length))
  })

  it('puts things in an order that holds each of them once', () => {
    const order = [...shuffled(20, randomFrom(3))]
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at))
    expect(order).not.toEqual([...order].sort((a, b) => a - b))
  })
})
