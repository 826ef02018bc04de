import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, integer, sum, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { combine } from '#app/domain/scoring/combine.ts'
import { krippendorffAlpha } from '#app/domain/statistics/alpha.ts'
import { resampledAlpha } from '#app/domain/statistics/alpha-resampling.ts'
import { bootstrapRows, enumerateRows } from '#app/domain/statistics/bootstrap.ts'
import { kendallW } from '#app/domain/statistics/concordance.ts'
import { toNumber } from '#app/domain/statistics/exact.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { leastSquares } from '#app/domain/statistics/least-squares.ts'
import { leaveOneOut } from '#app/domain/statistics/leave-one-out.ts'
import { randomEffects } from '#app/domain/statistics/random-effects.ts'
import { nearestFlips, weightPath } from '#app/domain/statistics/weight-path.ts'
import { rankClass, winningSet } from '#app/domain/statistics/winning-set.ts'
import { designFor, drawnSheets, someSheets } from './sheets-build.ts'

const half = fc.integer({ min: 0, max: 20 }).map((twice): Rational => ({ p: BigInt(twice), q: 1n }))
const table = (rows: number, columns: number) =>
  fc.array(fc.array(half, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const gappy = fc.array(fc.array(fc.option(half, { nil: null }), { minLength: 4, maxLength: 4 }), {
  minLength: 2,
  maxLength: 7,
})
const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
const columnsIn = <Value>(rows: readonly (readonly Value[])[], order: readonly number[]): Value[][] =>
  rows.map((row) => order.map((at) => row[at] as Value))
const reversed = (size: number): number[] => Array.from({ length: size }, (_, at) => size - 1 - at)
const mean = (values: readonly Rational[]) => combine('mean', values)

describe('the order in which sheets come', () => {
  it('changes no digit of the models', () => {
    fc.assert(
      fc.property(someSheets, (sheets) => {
        const [one, other] = [designFor(sheets), designFor([...sheets].reverse())]
        const [a, b] = [leastSquares(one), leastSquares(other)]
        expect([a.adjusted, a.effects, a.rss, a.kappa]).toEqual([b.adjusted, b.effects, b.rss, b.kappa])
        const [m, k] = [jurorModel(one), jurorModel(other)]
        if (m.ok && k.ok) expect([m.value.adjusted, m.value.theta]).toEqual([k.value.adjusted, k.value.theta])
        else expect(m).toEqual(k)
      }),
      { numRuns: 60 },
    )
  })

  it('of jurors or nominations changes no agreement', () => {
    fc.assert(
      fc.property(gappy, (rows) => {
        for (const metric of METRICS) {
          const told = krippendorffAlpha(rows, metric)
          expect(krippendorffAlpha(columnsIn(rows, reversed(4)), metric)).toEqual(told)
          expect(krippendorffAlpha([...rows].reverse(), metric)).toEqual(told)
        }
      }),
    )
  })

  it('of jurors changes no chance and no concordance', () => {
    fc.assert(
      fc.property(table(5, 4), fc.integer({ min: 1, max: 4 }), (rows, places) => {
        const turned = columnsIn(rows, reversed(4))
        expect(winningSet(turned, places, 1)).toEqual(winningSet(rows, places, 1))
        expect(kendallW(turned)).toEqual(kendallW(rows))
      }),
      { numRuns: 60 },
    )
  })
})

describe('adding a recused juror', () => {
  it('changes no agreement and no standing', () => {
    fc.assert(
      fc.property(gappy, (rows) => {
        const more = rows.map((row) => [...row, null])
        for (const metric of METRICS)
          expect(krippendorffAlpha(more, metric)).toEqual(krippendorffAlpha(rows, metric))
        const [before, after] = [leaveOneOut(rows, mean, 1), leaveOneOut(more, mean, 1)]
        if (!before.ok || !after.ok) return expect.fail('four jurors are enough')
        expect(after.value.full).toEqual(before.value.full)
        expect(after.value.pivotal).toEqual(before.value.pivotal)
      }),
    )
  })
})

describe('another scale', () => {
  it('changes no agreement, no chance and no concordance', () => {
    fc.assert(
      fc.property(
        table(4, 4),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, by, plus) => {
          const scaled = rows.map((row) =>
            row.map(({ p, q }) => add({ p: p * BigInt(by), q }, integer(plus))),
          )
          for (const metric of ['nominal', 'ordinal', 'interval'] as const)
            expect(krippendorffAlpha(scaled, metric).exact).toEqual(krippendorffAlpha(rows, metric).exact)
          expect(winningSet(scaled, 2, 1)).toEqual(winningSet(rows, 2, 1))
          expect(kendallW(scaled)).toEqual(kendallW(rows))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('scales the adjusted scores and leaves the ratio of the spreads', () => {
    const sheets = drawnSheets({ nominations: 20, jurors: 6, each: 3, seed: 5 })
    const [one, ten] = [designFor(sheets), designFor(sheets.map((s) => ({ ...s, value: 10 * s.value + 3 })))]
    const [a, b] = [jurorModel(one), jurorModel(ten)]
    if (!a.ok || !b.ok) return expect.fail('the model fits')
    expect(b.value.theta).toBeCloseTo(a.value.theta, 5)
    a.value.adjusted.forEach((score, i) => expect(b.value.adjusted[i]).toBeCloseTo(10 * score + 3, 4))
  })
})

describe('the models', () => {
  it('lie between the raw means and least squares, as the data choose', () => {
    const sheets = drawnSheets({ nominations: 12, jurors: 5, each: 3, seed: 8 })
    const design = designFor(sheets)
    const raw = design.nominations.map((name) => {
      const own = sheets.filter(({ nomination }) => nomination === name).map(({ value }) => value)
      return own.reduce((total, value) => total + value, 0) / own.length
    })
    const none = jurorModel(
      designFor(drawnSheets({ nominations: 12, jurors: 5, each: 3, seed: 8, severity: 0 })),
    )
    const model = jurorModel(design)
    const far = leastSquares(design)
    if (!model.ok || !none.ok) return expect.fail('the model fits')
    const away = (from: ArrayLike<number>) =>
      model.value.adjusted.reduce((most, score, i) => Math.max(most, Math.abs(score - (from[i] ?? 0))), 0)
    const widest = Math.max(...raw.map((value, i) => Math.abs(value - (far.adjusted[i] ?? 0))))
    expect(away(raw)).toBeLessThan(widest)
    expect(away(far.adjusted)).toBeLessThan(widest)
    expect(none.value.theta).toBeLessThan(model.value.theta)
  })

  it('shrink each nomination towards the mean, the thinly judged further', () => {
    const sheets = drawnSheets({ nominations: 15, jurors: 6, each: 4, seed: 3 })
    const thin = sheets.filter(({ nomination }, at) => nomination !== 'N0' || at % 4 === 0)
    const model = randomEffects(designFor(thin), { jurors: false })
    if (!model.ok) return expect.fail('the model fits')
    const { nominations, mean: centre } = model.value
    const kept = (name: string, at: number): number => {
      const own = thin.filter(({ nomination }) => nomination === name).map(({ value }) => value)
      return (nominations[at] ?? 0) / (own.reduce((total, value) => total + value, 0) / own.length - centre)
    }
    expect(kept('N0', 0)).toBeGreaterThan(0)
    expect(kept('N0', 0)).toBeLessThan(kept('N1', 1))
    expect(kept('N1', 1)).toBeLessThan(1)
  })
})

describe('the bootstrap', () => {
  it('in doubles says of each resample what the exact figure says', () => {
    fc.assert(
      fc.property(gappy, fc.constantFrom(...METRICS), (rows, metric) => {
        const whole = resampledAlpha(rows, metric)(new Int32Array(rows.length).fill(1))
        const { alpha } = krippendorffAlpha(rows, metric)
        if (alpha === null) expect(whole).toBeNull()
        else expect(whole).toBeCloseTo(alpha, 9)
      }),
    )
  })

  it('draws what it cannot enumerate near what it could, and the same for the same seed', () => {
    const rows = Array.from({ length: 9 }, (_, at) => at * at)
    const figure = (counts: Int32Array) =>
      rows.reduce((total, value, at) => total + value * (counts[at] ?? 0), 0) / 9
    const [drawn, whole] = [bootstrapRows(9, figure, 4), enumerateRows(9, figure)]
    if (!drawn.ok || !whole.ok) return expect.fail('nine rows')
    expect(drawn.value).toMatchObject({ how: 'drawn', resamples: 5000, seed: 4 })
    const [mean1, mean2, sd] = [drawn.value.mean ?? 0, whole.value.mean ?? 0, whole.value.sd ?? 0]
    expect(Math.abs(mean1 - mean2)).toBeLessThan((4 * sd) / Math.sqrt(5000))
    const again = bootstrapRows(9, figure, 4)
    expect(again.ok && again.value.mean).toBe(mean1)
    expect(bootstrapRows(8, figure, 4)).toMatchObject({ ok: true, value: { how: 'enumerated', seed: null } })
  })

  it('shares out exactly the places, whoever ties', () => {
    fc.assert(
      fc.property(table(6, 4), fc.integer({ min: 1, max: 6 }), (rows, places) => {
        const result = winningSet(rows, places, 1)
        if (!result.ok || result.value.exact === null) return expect.fail('four jurors are enumerated')
        expect(toText(sum(result.value.exact))).toBe(`${places}`)
      }),
    )
  })

  it('keeps ties whole where the scores are too fine for a double', () => {
    const fine = (p: bigint): Rational => ({ p, q: 10n ** 40n + 1n })
    const rows = [
      [fine(3n), fine(5n)],
      [fine(5n), fine(3n)],
      [fine(1n), fine(2n)],
    ]
    const result = winningSet(rows, 1, 1)
    expect(result.ok && result.value.exact?.map(toText)).toEqual(['1/2', '1/2', '0'])
  })

  it('draws panels beyond eleven jurors within four standard errors of the exact answer', () => {
    // Twelve jurors who agree two by two by two: by symmetry each of the two nominations wins half the panels.
    const rows = [
      Array.from({ length: 12 }, (_, j) => integer(j % 2)),
      Array.from({ length: 12 }, (_, j) => integer(1 - (j % 2))),
    ]
    const result = winningSet(rows, 1, 9)
    if (!result.ok) return expect.fail('twelve jurors')
    expect(result.value).toMatchObject({ how: 'drawn', seed: 9, exact: null, resamples: 20_000 })
    expect(Math.abs((result.value.probability[0] ?? 0) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 20_000))
  })

  it('calls clear from nine tenths and out up to one', () => {
    expect([0.9, 0.899, 0.101, 0.1].map(rankClass)).toEqual(['clear', 'open', 'open', 'out'])
    expect(rankClass(toNumber({ p: 9n, q: 10n }))).toBe('clear')
    expect(rankClass(toNumber({ p: 1n, q: 10n }))).toBe('out')
  })
})

describe('the weight path', () => {
  const criteria = ['a', 'b', 'c'].map((id, at) => ({ id, weight: integer(2 + at) }))
  const items = fc.array(fc.tuple(half, half, half), { minLength: 1, maxLength: 6 }).map((rows) =>
    rows.map((row, at) => ({
      id: `N${at}`,
      means: new Map(row.map((value, c) => ['abc'[c] ?? '', value])),
    })),
  )

  it('covers every weight once, and names the leaders that the official formula finds', () => {
    fc.assert(
      fc.property(items, (rows) => {
        const path = weightPath(criteria, 'b', rows)
        if (!path.ok) return expect.fail('three criteria')
        const { intervals } = path.value
        expect(toText(intervals[0]?.from ?? integer(9))).toBe('0')
        expect(toText(intervals.at(-1)?.to ?? integer(9))).toBe('1')
        intervals.slice(1).forEach(({ from }, at) => expect(from).toEqual(intervals[at]?.to))
        for (const { from, to, winners } of intervals) {
          const t = (toNumber(from) + toNumber(to)) / 2
          const scores = rows.map(({ id, means }) => {
            const at = (code: string) => toNumber(means.get(code) ?? integer(0))
            return { id, score: t * at('b') + ((1 - t) * (2 * at('a') + 4 * at('c'))) / 6 }
          })
          const top = Math.max(...scores.map(({ score }) => score))
          expect(scores.filter(({ score }) => top - score < 1e-9).map(({ id }) => id)).toEqual(winners)
        }
      }),
    )
  })

  it('says where the leader would change, on either side', () => {
    const means = (a: number, b: number, c: number) =>
      new Map([
        ['a', integer(a)],
        ['b', integer(b)],
        ['c', integer(c)],
      ])
    const path = weightPath(criteria, 'b', [
      { id: 'low', means: means(9, 0, 9) },
      { id: 'mid', means: means(7, 7, 7) },
      { id: 'high', means: means(0, 9, 0) },
    ])
    if (!path.ok) return expect.fail('three criteria')
    const { below, above } = nearestFlips(path.value)
    expect([below && toText(below.at), below?.takenBy]).toEqual(['2/9', ['low']])
    expect([above && toText(above.at), above?.takenBy]).toEqual(['7/9', ['high']])
    const alone = weightPath(criteria, 'b', [{ id: 'only', means: means(1, 1, 1) }])
    expect(alone.ok && nearestFlips(alone.value)).toEqual({ below: null, above: null })
  })
})
