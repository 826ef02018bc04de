import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kendallW } from '#app/domain/statistics/concordance.ts'
import { exactConcordanceP } from '#app/domain/statistics/concordance-exact.ts'
import { quotient, toNumber } from '#app/domain/statistics/exact.ts'
import { integer, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'

/** From the rankings of the jurors, one list each, to a row per nomination. */
const tableOf = (...jurors: readonly (readonly number[])[]): Rational[][] =>
  (jurors[0] ?? []).map((_, i) => jurors.map((own) => integer(BigInt(own[i] ?? 0))))
const pOf = (table: Rational[][]): Rational => {
  const p = exactConcordanceP(table)
  return p.ok ? p.value : expect.fail(p.reason)
}

/** Every order of every juror, counted one by one: right, and slow. */
function counted(jurors: readonly (readonly number[])[]): number {
  const orders = (values: readonly number[]): number[][] =>
    values.length === 0
      ? [[]]
      : values.flatMap((first, at) => orders(values.toSpliced(at, 1)).map((rest) => [first, ...rest]))
  const agreement = (all: readonly (readonly number[])[]): number => {
    const { S } = (kendallW(tableOf(...all)) as { value: { S: Rational } }).value
    return toNumber(S)
  }
  const least = agreement(jurors)
  let [above, all] = [0, 0]
  const go = (at: number, chosen: readonly (readonly number[])[]): void => {
    const own = jurors[at]
    if (own === undefined) {
      all += 1
      if (agreement(chosen) >= least) above += 1
    } else for (const order of orders(own)) go(at + 1, [...chosen, order])
  }
  go(0, [])
  return above / all
}

/** Juror by juror over sorted rank sums, every order of each: how many ways reach the observed sum of squares, of how many. */
function plainly(jurors: readonly (readonly number[])[]): readonly [bigint, bigint] {
  const orders = (values: readonly number[]): number[][] =>
    values.length === 0
      ? [[]]
      : values.flatMap((first, at) => orders(values.toSpliced(at, 1)).map((rest) => [first, ...rest]))
  const doubled = (own: readonly number[]): number[] =>
    own.map(
      (mark) => 2 * own.filter((one) => one < mark).length + own.filter((one) => one === mark).length + 1,
    )
  const squares = (sums: readonly number[]): number => sums.reduce((all, sum) => all + sum * sum, 0)
  const ranks = jurors.map(doubled)
  const observed = squares((ranks[0] ?? []).map((_, i) => ranks.reduce((sum, own) => sum + (own[i] ?? 0), 0)))
  let states = new Map([[(ranks[0] ?? []).join(), 1n]])
  for (const own of ranks.slice(1)) {
    const all = orders(own)
    const next = new Map<string, bigint>()
    for (const [key, count] of states) {
      const sums = key.split(',').map(Number)
      for (const order of all) {
        const to = sums
          .map((sum, i) => sum + (order[i] ?? 0))
          .sort((a, b) => a - b)
          .join()
        next.set(to, (next.get(to) ?? 0n) + count)
      }
    }
    states = next
  }
  let [above, all] = [0n, 0n]
  for (const [key, count] of states) {
    all += count
    if (squares(key.split(',').map(Number)) >= observed) above += count
  }
  return [above, all]
}

describe('the exact permutation p of W', () => {
  // The exact distribution of the rank sums, as tabled by Friedman (1937) for chi-square = J(I - 1)W.
  it.each([
    [
      '3 nominations, 3 jurors, all alike',
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      '1/36',
      6,
    ],
    [
      '3 nominations, 4 jurors, chi-square 6.5',
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 3, 2],
      ],
      '1/24',
      6.5,
    ],
    [
      '3 nominations, 4 jurors, all alike',
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      '1/216',
      8,
    ],
    [
      '4 nominations, 2 jurors, all alike',
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
      '1/24',
      6,
    ],
    [
      '4 nominations, 3 jurors, chi-square 7.4',
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [2, 1, 4, 3],
      ],
      '19/576',
      7.4,
    ],
  ] as const)('is that of the table: %s', (_, jurors, p, chiSquare) => {
    const table = tableOf(...jurors)
    expect(toText(pOf(table))).toBe(p)
    const asymptotic = kendallW(table)
    expect(asymptotic.ok && asymptotic.value.chiSquare).toBeCloseTo(chiSquare, 9)
  })

  it('is the share of all orders, also where jurors tie', () => {
    const juror = (size: number) =>
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: size, maxLength: size })
    const jury = fc
      .constantFrom([2, 3], [3, 3], [4, 2], [3, 1], [2, 5], [4, 3])
      .chain(([size, jurors]) => fc.array(juror(size), { minLength: jurors, maxLength: jurors }))
    fc.assert(
      fc.property(jury, (jurors) => {
        expect(toNumber(pOf(tableOf(...jurors)))).toBeCloseTo(counted(jurors), 12)
      }),
      { numRuns: 25 },
    )
  })

  it('is what a plain count over sorted rank sums gives, whatever is settled early', () => {
    const jury = fc
      .constantFrom([5, 6, 1], [4, 9, 1], [5, 5, 2], [3, 12, 1], [4, 7, 2])
      .chain(([size = 0, jurors = 0, tied = 1]) =>
        fc.array(
          fc
            .array(fc.integer({ min: 0, max: 1000 }), { minLength: size, maxLength: size })
            .map((marks) => marks.map((own) => marks.filter((one) => one < own).length))
            .map((order) => order.map((rank) => Math.floor(rank / tied))),
          { minLength: jurors, maxLength: jurors },
        ),
      )
    fc.assert(
      fc.property(jury, (jurors) => {
        const [above, all] = plainly(jurors)
        expect(pOf(tableOf(...jurors))).toEqual(quotient(above, all))
      }),
      { numRuns: 6 },
    )
  })

  // Counted a second time outside this repository, order by order over sorted rank sums, in exact fractions.
  it.each([
    [
      '7 nominations, 3 jurors, with ties',
      [
        [0, 0, 4, 5, 3, 2, 6],
        [4, 3, 5, 0, 0, 6, 2],
        [3, 0, 0, 5, 4, 2, 6],
      ],
      '2227031/3175200',
    ],
    [
      '6 nominations, 5 jurors',
      [
        [2, 5, 3, 0, 1, 4],
        [0, 1, 3, 2, 4, 5],
        [0, 1, 4, 2, 3, 5],
        [3, 5, 1, 2, 0, 4],
        [4, 1, 5, 3, 2, 0],
      ],
      '12441895067/22394880000',
    ],
    [
      '4 nominations, 9 jurors, with ties',
      [
        [0, 3, 2, 0],
        [0, 0, 3, 2],
        [0, 0, 3, 2],
        [0, 3, 2, 0],
        [0, 0, 3, 2],
        [3, 0, 0, 2],
        [0, 0, 3, 2],
        [0, 2, 0, 3],
        [0, 3, 2, 0],
      ],
      '31070027/214990848',
    ],
  ] as const)('is what a second implementation counts: %s', (_, jurors, p) => {
    expect(toText(pOf(tableOf(...jurors)))).toBe(p)
  })

  it('is 1 for one juror, and for jurors who tie everything', () => {
    expect(toText(pOf(tableOf([3, 1, 2])))).toBe('1')
    expect(toText(pOf(tableOf([1, 1, 1], [2, 2, 2])))).toBe('1')
  })

  it('counts three jurors over seven nominations, and fifteen over four', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7]
    expect(toText(pOf(tableOf(seven, seven, seven)))).toBe(`1/${5040 ** 2}`)
    const four = [1, 2, 3, 4]
    expect(pOf(tableOf(...Array.from({ length: 15 }, () => four)))).toEqual({ p: 1n, q: 24n ** 14n })
  })

  it('counts ten jurors over six, all alike', () => {
    const six = [1, 2, 3, 4, 5, 6]
    expect(pOf(tableOf(...Array.from({ length: 10 }, () => six)))).toEqual({ p: 1n, q: 720n ** 9n })
  })

  it('is refused where it cannot be counted', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(exactConcordanceP(tableOf(eight, eight))).toMatchObject({ reason: 'too-many-to-enumerate' })
    const seven = [1, 2, 3, 4, 5, 6, 7]
    const many = Array.from({ length: 20 }, () => seven)
    expect(exactConcordanceP(tableOf(...many))).toMatchObject({
      reason: 'too-many-to-enumerate',
      facts: { nominations: 7, jurors: 20 },
    })
    expect(exactConcordanceP([])).toMatchObject({ reason: 'no-jurors' })
    expect(exactConcordanceP([[integer(1n)]])).toMatchObject({ reason: 'one-nomination' })
  })
})
