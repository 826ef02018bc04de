import { describe, expect, it } from 'vitest'
import { integer } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { kendallW } from '#app/domain/statistics/concordance.ts'
import { exactConcordanceP } from '#app/domain/statistics/concordance-exact.ts'
import { concordanceTest, drawnConcordanceP, ORDER_DRAWS } from '#app/domain/statistics/concordance-test.ts'
import { toNumber } from '#app/domain/statistics/exact.ts'

const tableOf = (...jurors: readonly (readonly number[])[]): Rational[][] =>
  (jurors[0] ?? []).map((_, i) => jurors.map((own) => integer(BigInt(own[i] ?? 0))))
const of = (table: readonly (readonly (Rational | null)[])[], seed = 7) => {
  const found = concordanceTest(table, seed)
  return found.ok ? found.value : expect.fail(found.reason)
}

describe("the p of Kendall's W", () => {
  it('is exact, and says so, where every order can be counted', () => {
    const table = tableOf([1, 2, 3, 4, 5], [2, 1, 3, 5, 4], [1, 3, 2, 4, 5])
    const exact = exactConcordanceP(table)
    expect(of(table)).toMatchObject({ how: 'exact', draws: null, p: exact.ok && toNumber(exact.value) })
  })

  it('is drawn, and says from how many, where seven nominations have too many orders to count', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7]
    const swapped = (at: number) => seven.with(at, seven[at + 1]!).with(at + 1, seven[at]!)
    // Twenty jurors without any order in common: ten and their opposites.
    const half = Array.from({ length: 10 }, (_, at) => swapped(at % 6))
    const table = tableOf(...half, ...half.map((own) => [...own].reverse()))
    expect(exactConcordanceP(table)).toMatchObject({ reason: 'too-many-to-enumerate' })
    const drawn = of(table)
    expect(drawn).toMatchObject({ how: 'drawn', draws: ORDER_DRAWS })
    expect(of(table)).toEqual(drawn)
    const { p } = (kendallW(table) as { value: { p: number } }).value
    expect(Math.abs(drawn.p - p)).toBeLessThan(0.02)
    expect(of(tableOf(...Array.from({ length: 20 }, () => seven))).p).toBe(1 / (ORDER_DRAWS + 1))
  })

  it('draws from the law that is counted: with ties, the two agree', () => {
    const table = tableOf(
      [1, 2, 2, 4, 5, 6],
      [2, 1, 3, 4, 6, 5],
      [3, 3, 1, 5, 4, 6],
      [1, 4, 3, 2, 5, 6],
      [6, 2, 3, 4, 5, 1],
    )
    const counted = of(table)
    expect(counted.how).toBe('exact')
    expect(drawnConcordanceP(table, 8)).not.toBe(drawnConcordanceP(table, 7))
    for (const seed of [7, 8])
      expect(Math.abs(drawnConcordanceP(table, seed) - counted.p)).toBeLessThan(0.015)
  })

  it('is the chi-square approximation beyond seven nominations', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8]
    const table = tableOf(eight, [...eight].reverse(), eight)
    const { p } = (kendallW(table) as { value: { p: number } }).value
    expect(of(table)).toMatchObject({ how: 'chi-square', draws: null, p })
  })

  it('is refused where W is none', () => {
    const table = tableOf([1, 2, 3], [1, 2, 3])
    expect(concordanceTest([], 7)).toMatchObject({ reason: 'no-jurors' })
    expect(concordanceTest([[integer(1n)]], 7)).toMatchObject({ reason: 'one-nomination' })
    expect(concordanceTest([[...table[0]!], [null, integer(1n)]], 7)).toMatchObject({ reason: 'incomplete' })
    expect(concordanceTest(tableOf([1, 1, 1], [2, 2, 2]), 7)).toMatchObject({ reason: 'no-variation' })
  })
})
