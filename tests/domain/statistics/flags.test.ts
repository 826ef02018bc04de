import { describe, expect, it } from 'vitest'
import { againstOthers, tukeyTest } from '#app/domain/statistics/additivity.ts'
import type { Design } from '#app/domain/statistics/design.ts'
import { drift, repeatability } from '#app/domain/statistics/drift.ts'
import { jurorHalos } from '#app/domain/statistics/halo.ts'
import type { CriterionSheet } from '#app/domain/statistics/halo.ts'
import { interestTest } from '#app/domain/statistics/interest.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { pairKappa } from '#app/domain/statistics/kappa.ts'
import { fUpper } from '#app/domain/statistics/numeric/distributions.ts'
import { sheetFlags, sheetResiduals } from '#app/domain/statistics/outliers.ts'
import { randomFrom, shuffled } from '#app/domain/statistics/random.ts'
import {
  fisherInterval,
  identicalShare,
  jurorFigures,
  quickSheets,
} from '#app/domain/statistics/unusual-jurors.ts'
import { gls, indicators } from './dense.ts'
import { designFor, drawnSheets, sheet } from './sheets-build.ts'

const panel = { nominations: 16, jurors: 6, each: 4, seed: 11 }
const sheets = drawnSheets(panel)
const design = designFor(sheets)
const refused = (reason: string) => ({ ok: false, reason })
const modelOf = (of: Design) => {
  const model = jurorModel(of)
  if (!model.ok) throw new Error(model.reason)
  return model.value
}

describe('an unusual sheet', () => {
  it('is flagged beyond the Bonferroni limit, in the order in which sheets came', () => {
    const at = 17
    const wild = sheets.map((one, index) => (index === at ? { ...one, value: one.value - 60 } : one))
    const result = sheetResiduals(designFor(wild))
    if (!result.ok) return expect.fail('degrees of freedom are left')
    expect(result.value.flagged.flatMap((is, index) => (is ? [index] : []))).toEqual([at])
    expect(result.value.limit).toBeGreaterThan(3.3)
    expect(result.value.limit).toBeLessThan(4.2)
    const calm = sheetResiduals(design)
    expect(calm.ok && calm.value.flagged.some(Boolean)).toBe(false)
  })

  it('has no residual where the model passes through it whatever it says', () => {
    const lone = sheetResiduals(designFor([...sheets, sheet('alone', 'J0', 10)]))
    expect(lone.ok && lone.value.studentised.at(-1)).toBeNull()
  })
})

describe('the spread that changes with quality', () => {
  // Jurors agree on the best and part on the weakest: the same two points say more at the top.
  const random = randomFrom(6)
  const fan = Array.from({ length: 60 }, (_, i) =>
    ['a', 'b', 'c', 'd', 'e'].map((juror) =>
      sheet(`N${i}`, juror, 20 + i + ((70 - i) / 12) * random.normal()),
    ),
  ).flat()
  const odd = fan.map((one, at) => (at === 57 * 5 ? { ...one, value: one.value + 11 } : one))

  it('is allowed for from 200 sheets on', () => {
    const [plain, scaled] = [sheetResiduals(designFor(odd)), sheetFlags(designFor(odd))]
    if (!plain.ok || !scaled.ok) return expect.fail('degrees of freedom are left')
    const size = (values: readonly (number | null)[], at: number) => Math.abs(values[at] ?? 0)
    expect(size(scaled.value.studentised, 57 * 5)).toBeGreaterThan(size(plain.value.studentised, 57 * 5))
    expect(scaled.value.flagged[57 * 5]).toBe(true)
    expect(scaled.value.limit).toBe(plain.value.limit)
    const weakest = (values: readonly (number | null)[]) =>
      values.slice(0, 50).reduce<number>((sum, t) => sum + (t ?? 0) ** 2, 0)
    expect(weakest(scaled.value.studentised)).toBeLessThan(weakest(plain.value.studentised))
  })

  it('is not guessed from fewer', () => {
    expect(sheetFlags(design)).toEqual(sheetResiduals(design))
  })
})

describe('Tukey’s degree of freedom', () => {
  it('agrees with the covariate fitted among all the others', () => {
    const test = tukeyTest(design)
    if (test === null) return expect.fail('there are effects to multiply')
    const fixed = indicators(design.nomination, design.nominations.length).map((row, s) => [
      ...row,
      ...(indicators(design.juror, design.jurors.length)[s] ?? []).slice(1),
    ])
    const plain = gls(design, 0, fixed)
    const effects = [0, ...plain.b.slice(design.nominations.length)]
    const meanEffect = effects.reduce((sum, value) => sum + value, 0) / effects.length
    const worths = plain.b.slice(0, design.nominations.length).map((value) => value + meanEffect)
    const centre = worths.reduce((sum, value) => sum + value, 0) / worths.length
    const bent = gls(
      design,
      0,
      fixed.map((row, s) => [
        ...row,
        ((worths[design.nomination[s] ?? 0] ?? 0) - centre) *
          ((effects[design.juror[s] ?? 0] ?? 0) - meanEffect),
      ]),
    )
    const f = (plain.quadratic - bent.quadratic) / (bent.quadratic / test.df)
    expect(test.f).toBeCloseTo(f, 6)
    expect(test.p).toBeCloseTo(fUpper(f, 1, test.df), 8)
  })

  it('finds effects that multiply, and is silent where there is nothing to test', () => {
    const multiplied = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 5 }, (_juror, j) =>
        sheet(`N${i}`, `J${j}`, (i + 2) * (j + 1) + 0.01 * ((i * j) % 3)),
      ),
    ).flat()
    expect(tukeyTest(designFor(multiplied))?.p).toBeLessThan(1e-6)
    expect(tukeyTest(designFor([sheet('A', 'x', 1), sheet('B', 'x', 2)]))).toBeNull()
  })
})

describe('a juror', () => {
  it('who uses half the range has half the slope', () => {
    const worths = [40, 50, 62, 71, 85]
    const rows = worths.flatMap((worth, i) => [
      sheet(`N${i}`, 'a', worth),
      sheet(`N${i}`, 'b', worth),
      sheet(`N${i}`, 'narrow', 30 + worth / 2),
    ])
    const narrow = againstOthers(designFor(rows)).find(({ juror }) => juror === 'narrow')
    expect(narrow?.slope).toBeCloseTo(0.5, 10)
    expect(narrow?.correlation).toBeCloseTo(1, 10)
  })

  it('shows severity with its error, consistency with its interval, and range', () => {
    const figures = jurorFigures(design, modelOf(design))
    expect(figures.map(({ juror }) => juror)).toEqual(design.jurors)
    for (const one of figures) {
      expect(one.severitySe).toBeGreaterThan(0)
      expect(one.rangeRatio).toBeGreaterThan(0.3)
      expect(one.rangeRatio).toBeLessThan(3)
      const [low, high] = one.consistencyInterval ?? [2, -2]
      expect(low).toBeLessThan(one.consistency ?? -2)
      expect(high).toBeGreaterThan(one.consistency ?? 2)
    }
    expect(figures.reduce((sum, { sheets: count }) => sum + count, 0)).toBe(sheets.length)
  })

  it('has the interval that Fisher gives', () => {
    // r = .5, 28 pairs: atanh(.5) ± 1.959963984540054/5
    const [low, high] = fisherInterval(0.5, 28) ?? [0, 0]
    expect(low).toBeCloseTo(0.15602836252908569, 12)
    expect(high).toBeCloseTo(0.7358184794439376, 12)
    expect(fisherInterval(0.5, 3)).toBeNull()
    expect(fisherInterval(1, 30)).toBeNull()
  })

  it('who copies his sheets or hurries them is seen', () => {
    const points = (juror: string, ...rows: number[][]): CriterionSheet[] =>
      rows.map((row, at) => ({ nomination: `N${at}`, juror, points: row }))
    const shares = identicalShare([...points('a', [1, 2], [1, 2], [2, 2], [3, 1]), ...points('b', [1, 2])])
    expect(Object.fromEntries(shares)).toEqual({ a: 0.5, b: 0 })
    expect(quickSheets([600, 59, 700, null, 500, 800])).toEqual([false, true, false, false, false, false])
    expect(quickSheets([null])).toEqual([false])
  })

  it('is compared with another only over twenty common nominations', () => {
    const [a, b] = [
      Array.from({ length: 20 }, (_, at) => 1 + (at % 4)),
      Array.from({ length: 20 }, (_, at) => 1 + (at % 4)),
    ]
    expect(pairKappa(a, b, 'quadratic')).toEqual({
      ok: true,
      value: { weighted: 1, plain: 1, common: 20, se: 0 },
    })
    expect(pairKappa([...a.slice(1), null], b, 'linear')).toMatchObject(refused('too-few-common'))
  })
})

describe('drift', () => {
  const random = randomFrom(5)
  const positionsOf = (of: Design): number[] => {
    const positions: number[] = []
    of.jurors.forEach((_, j) => {
      const own = [...of.juror.keys()].filter((s) => of.juror[s] === j)
      const order = shuffled(own.length, random)
      own.forEach((s, at) => (positions[of.place[s] ?? 0] = (order[at] ?? 0) + 1))
    })
    return positions
  }
  const positions = positionsOf(design)

  it('agrees with generalised least squares done the long way', () => {
    const { theta } = modelOf(design)
    const result = drift(design, theta, positions)
    if (!result.ok) return expect.fail(result.reason)
    const own = design.jurors.map((_, j) => {
      const places = [...design.juror.keys()]
        .filter((s) => design.juror[s] === j)
        .map((s) => positions[design.place[s] ?? 0] ?? 0)
      return places.reduce((sum, place) => sum + place, 0) / places.length
    })
    const x = indicators(design.nomination, design.nominations.length).map((row, s) => [
      ...row,
      ...design.jurors.map((_, j) =>
        design.juror[s] === j ? (positions[design.place[s] ?? 0] ?? 0) - (own[j] ?? 0) : 0,
      ),
    ])
    const { b, covariance, quadratic } = gls(design, theta, x)
    const df = design.y.length - (x[0]?.length ?? 0)
    result.value.forEach(({ slope, se }, j) => {
      const at = design.nominations.length + j
      expect(slope).toBeCloseTo(b[at] ?? 0, 7)
      expect(se).toBeCloseTo(Math.sqrt((quadratic / df) * (covariance[at]?.[at] ?? 0)), 7)
    })
  })

  it('is flagged where it is sure and large', () => {
    const tired = sheets.map((one, at) =>
      one.juror === 'J2' ? { ...one, value: one.value - 6 * (positions[at] ?? 0) } : one,
    )
    const result = drift(designFor(tired), 1, positions)
    expect(result.ok && result.value.filter(({ flagged }) => flagged).map(({ juror }) => juror)).toEqual([
      'J2',
    ])
  })

  it('cannot be told from the nominations where all read in one order', () => {
    const one = ['a', 'b', 'c', 'd'].flatMap((j, k) =>
      Array.from({ length: 6 }, (_, i) => sheet(`N${i}`, j, 50 + i * i + k * 3 + ((i * k) % 5))),
    )
    const order = one.map(({ nomination }) => Number(nomination.slice(1)))
    expect(drift(designFor(one), 1, order)).toMatchObject(refused('order-confounded'))
  })

  it('needs positions for the sheets, and somebody who read several', () => {
    expect(drift(design, 1, [])).toMatchObject(refused('positions-differ'))
    expect(
      drift(
        design,
        1,
        sheets.map(() => 1),
      ),
    ).toMatchObject(refused('no-reading'))
    const thin = designFor([sheet('A', 'x', 1), sheet('B', 'x', 2), sheet('C', 'x', 4)])
    expect(drift(thin, 1, [1, 2, 3])).toMatchObject(refused('no-degrees-of-freedom'))
  })

  it('leaves repeatability to specimens scored twice', () => {
    expect(repeatability([1, -1, 2])).toBe(1)
    expect(repeatability([])).toBeNull()
  })
})

describe('the interest test', () => {
  const linked = sheets.map((_, at) => at % 9 === 0)

  it('finds favour where there is some, and none where there is none', () => {
    const favoured = sheets.map((one, at) => (linked[at] ? { ...one, value: one.value + 25 } : one))
    const found = interestTest(designFor(favoured), linked, 3)
    expect(found).toMatchObject({ ok: true, value: { linked: linked.filter(Boolean).length, seed: 3 } })
    expect(found.ok && found.value.p).toBeLessThan(0.01)
    const none = interestTest(design, linked, 3)
    expect(none.ok && none.value.p).toBeGreaterThan(0.01)
    const against = interestTest(
      designFor(sheets.map((one, at) => (linked[at] ? { ...one, value: one.value - 25 } : one))),
      linked,
      3,
    )
    expect(against.ok && against.value.p).toBeGreaterThan(0.9)
  })

  it('does not take a lenient juror for a favouring one', () => {
    const all = sheets.map(({ juror }) => juror === 'J1')
    const lenient = designFor(
      sheets.map((one) => (one.juror === 'J1' ? { ...one, value: one.value + 40 } : one)),
    )
    expect(interestTest(lenient, all, 3)).toMatchObject({ ok: true, value: { p: 1 } })
  })

  it('reports nothing under five linked sheets', () => {
    expect(
      interestTest(
        design,
        sheets.map((_, at) => at < 4),
        1,
      ),
    ).toMatchObject(refused('too-few-links'))
    expect(
      interestTest(
        design,
        sheets.map(() => true),
        1,
      ),
    ).toMatchObject(refused('no-rest'))
    expect(interestTest(design, [], 1)).toMatchObject(refused('links-differ'))
  })
})

describe('halo', () => {
  const random = randomFrom(2)
  const grid = (halo: number): CriterionSheet[] =>
    Array.from({ length: 10 }, (_, i) =>
      ['a', 'b', 'c', 'd'].map((juror) => {
        const mood = juror === 'a' ? halo * random.normal() : 0
        return {
          nomination: `N${i}`,
          juror,
          points: [0, 1, 2, 3].map((c) => 50 + i * (1 + c) + mood + random.normal()),
        }
      }),
    ).flat()

  it('is flagged for the juror whose criteria rise and fall together beyond the nomination', () => {
    const halos = jurorHalos(grid(20))
    expect(halos.map(({ juror, flagged }) => [juror, flagged])[0]).toEqual(['a', true])
    expect(jurorHalos(grid(0)).some(({ flagged }) => flagged)).toBe(false)
  })

  it('counts the sheets with one level on all criteria', () => {
    const flat = (at: number, points: number[]): CriterionSheet => ({
      nomination: `N${at}`,
      juror: 'a',
      points,
    })
    const [halo] = jurorHalos([
      flat(0, [3, 3, 3]),
      flat(1, [3, 2, 3]),
      flat(2, [1, 1, 1]),
      flat(3, [5, 4, 4]),
    ])
    expect(halo).toMatchObject({ sheets: 4, straightLining: 0.5, flagged: false })
  })
})
