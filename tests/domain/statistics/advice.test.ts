import { describe, expect, it } from 'vitest'
import { integer, toText } from '#app/domain/kernel/rational.ts'
import { expectedRanks } from '#app/domain/statistics/expected-rank.ts'
import { adjustmentGates, closedGates } from '#app/domain/statistics/gates.ts'
import type { GateName } from '#app/domain/statistics/gates.ts'
import { jurorModel } from '#app/domain/statistics/juror-model.ts'
import { leastSquares } from '#app/domain/statistics/least-squares.ts'
import { cell } from '#app/domain/statistics/numeric/matrix.ts'
import { posteriorRanks, worthCovariance } from '#app/domain/statistics/posterior.ts'
import {
  completePanelDifferenceError,
  nominationError,
  rawMeanError,
  shownError,
} from '#app/domain/statistics/precision.ts'
import { randomEffects } from '#app/domain/statistics/random-effects.ts'
import { jurorsNeeded, reliability } from '#app/domain/statistics/reliability.ts'
import { severityLuck } from '#app/domain/statistics/severity-luck.ts'
import { gls, indicators, inverted, product, transpose } from './dense.ts'
import { designFor, drawnSheets, sheet } from './sheets-build.ts'

const SCALE = { lowest: 0, highest: 100 }
const good = drawnSheets({ nominations: 24, jurors: 8, each: 5, seed: 21 })
const gatesOf = (sheets: typeof good, basis: 'balanced' | 'by-preference' | 'unknown' = 'balanced') =>
  adjustmentGates(designFor(sheets), basis, SCALE)
const gate = (sheets: typeof good, name: GateName) => gatesOf(sheets).find((one) => one.gate === name)

describe('the gates before an adjusted score', () => {
  it('are all open for a balanced, connected, additive panel', () => {
    expect(closedGates(gatesOf(good))).toEqual([])
    expect(gatesOf(good).map(({ gate: name }) => name)).toEqual(['G1', 'G2', 'G3', 'G4', 'G5', 'G6'])
  })

  it('close G1 on panels that never meet, and on a juror who scored nothing else', () => {
    const apart = [...good, ...good.map((one) => sheet(`x${one.nomination}`, `x${one.juror}`, one.value))]
    expect(gate(apart, 'G1')).toMatchObject({ state: 'closed', facts: { components: 2, loneJurors: [] } })
    expect(gate(apart, 'G2')).toMatchObject({ state: 'undecided' })
    const lone = [...good, sheet('N0', 'guest', 50)]
    expect(gate(lone, 'G1')).toMatchObject({
      state: 'closed',
      facts: { components: 1, loneJurors: ['guest'] },
    })
  })

  it('warn in G2 of a weak connection and close on a single bridge', () => {
    const two = ['a', 'b'].flatMap((half) =>
      Array.from({ length: 10 }, (_, i) =>
        ['1', '2'].map((j) => sheet(`${half}${i}`, half + j, 50 + i)),
      ).flat(),
    )
    const bridged = [...two, sheet('bridge', 'a1', 50), sheet('bridge', 'b1', 51)]
    expect(gate(bridged, 'G2')).toMatchObject({ state: 'closed' })
    expect(gate(drawnSheets({ nominations: 24, jurors: 8, each: 2, seed: 2 }), 'G2')).toMatchObject({
      state: 'warned',
    })
    const complete = drawnSheets({ nominations: 6, jurors: 4, each: 4, seed: 1 })
    expect(gate(complete, 'G2')?.facts['kappa']).toBeCloseTo(1, 12)
  })

  it('close G3 under ten degrees of freedom or four sheets of a juror', () => {
    expect(gate(drawnSheets({ nominations: 5, jurors: 4, each: 3, seed: 1 }), 'G3')).toMatchObject({
      state: 'closed',
      facts: { leastDf: 10 },
    })
    const rare = [...good, ...['N0', 'N1', 'N2'].map((name) => sheet(name, 'rare', 60))]
    expect(gate(rare, 'G3')).toMatchObject({ state: 'closed', facts: { jurors: ['rare'] } })
  })

  it('close G4 on a juror who uses the range in another way', () => {
    const narrow = good.map((one) =>
      one.juror === 'J3' ? { ...one, value: 55 + (one.value - 55) / 20 } : one,
    )
    expect(gate(narrow, 'G4')).toMatchObject({ state: 'closed', facts: { jurors: ['J3'] } })
  })

  it('close G5 on assignment by preference and leave it undecided where nobody knows', () => {
    expect(closedGates(gatesOf(good, 'by-preference'))).toEqual(['G5'])
    expect(gatesOf(good, 'unknown').find(({ gate: name }) => name === 'G5')).toMatchObject({
      state: 'undecided',
    })
  })

  it('close G6 on a juror at an end of the scale', () => {
    const own = good.filter(({ juror }) => juror === 'J1').length
    const more = Math.floor(own / 5) + 1
    let seen = 0
    const high = good.map((one) => (one.juror === 'J1' && (seen += 1) <= more ? { ...one, value: 100 } : one))
    expect(gate(high, 'G6')).toMatchObject({ state: 'closed', facts: { jurors: ['J1'] } })
  })
})

describe('the models done the long way', () => {
  const design = designFor(drawnSheets({ nominations: 9, jurors: 5, each: 3, seed: 4 }))

  it('give the adjusted scores and errors of M1', () => {
    const model = jurorModel(design)
    if (!model.ok) return expect.fail(model.reason)
    const { theta, variance, adjusted, se, seOfDifference } = model.value
    const long = gls(design, theta, indicators(design.nomination, 9))
    expect(long.quadratic / (design.y.length - 9)).toBeCloseTo(variance, 8)
    const v = (i: number, k: number) => variance * (long.covariance[i]?.[k] ?? 0)
    adjusted.forEach((score, i) => {
      expect(score).toBeCloseTo(long.b[i] ?? 0, 8)
      expect(se[i]).toBeCloseTo(Math.sqrt(v(i, i)), 8)
    })
    expect(seOfDifference(0, 5)).toBeCloseTo(Math.sqrt(v(0, 0) + v(5, 5) - 2 * v(0, 5)), 8)
  })

  it('give the covariance of the worths by Henderson’s equations', () => {
    const fitted = randomEffects(design, { jurors: true })
    if (!fitted.ok) return expect.fail(fitted.reason)
    const model = fitted.value
    const [zn, zj] = [indicators(design.nomination, 9), indicators(design.juror, 5)]
    const w = zn.map((row, s) => [1, ...row, ...(zj[s] ?? [])])
    const [ratioN, ratioJ] = [
      model.variance / model.varianceOfNominations,
      model.variance / model.varianceOfJurors,
    ]
    const equations = product(transpose(w), w).map((row, r) =>
      row.map((value, c) => value + (r === c && r > 0 ? (r < 10 ? ratioN : ratioJ) : 0)),
    )
    const solved = inverted(equations)
    const at = (r: number, c: number) => model.variance * (solved[r]?.[c] ?? 0)
    const covariance = worthCovariance(design, model)
    for (let i = 0; i < 9; i += 1)
      for (let k = 0; k < 9; k += 1)
        expect(cell(covariance, i, k)).toBeCloseTo(
          at(0, 0) + at(0, k + 1) + at(i + 1, 0) + at(i + 1, k + 1),
          6,
        )
  })
})

describe('the draws of the model', () => {
  const design = designFor(drawnSheets({ nominations: 12, jurors: 6, each: 3, seed: 9 }))
  const fitted = randomEffects(design, { jurors: true })
  if (!fitted.ok) throw new Error(fitted.reason)
  const model = fitted.value
  const drawn = posteriorRanks(design, model, 3, 17)

  it('share out the places, most to the best and least to the worst', () => {
    if (!drawn.ok) return expect.fail(drawn.reason)
    expect(drawn.value.probability.reduce((sum, p) => sum + p, 0)).toBeCloseTo(3, 9)
    const means = Array.from(model.nominations, (effect) => model.mean + effect)
    const ranks = expectedRanks(means, worthCovariance(design, model))
    if (!ranks.ok) return expect.fail(ranks.reason)
    // The nomination with the best expected rank has the best chance, and the worst the worst.
    const best = ranks.value.map(({ rank }) => rank)
    expect(drawn.value.probability.indexOf(Math.max(...drawn.value.probability))).toBe(
      best.indexOf(Math.min(...best)),
    )
    const alone = posteriorRanks(design, model, 11, 17)
    expect(alone.ok && alone.value.probability.indexOf(Math.min(...alone.value.probability))).toBe(
      best.indexOf(Math.max(...best)),
    )
  })

  it('agree with the expected ranks in closed form', () => {
    // The mean of a rank from 1 to I is I less the sum of its chances of being among the first 1 … I - 1.
    const chances = Array.from({ length: 11 }, (_, k) =>
      posteriorRanks(design, model, k + 1, 17, { draws: 4_000 }),
    )
    const ranks = expectedRanks(Array.from(model.nominations), worthCovariance(design, model))
    if (!ranks.ok) return expect.fail(ranks.reason)
    ranks.value.forEach(({ rank }, i) => {
      const within = chances.reduce((sum, one) => sum + (one.ok ? (one.value.probability[i] ?? 0) : 0), 0)
      expect(Math.abs(12 - within - rank)).toBeLessThan(4 * Math.sqrt(12 / 4_000))
    })
  })

  it('hold half the draws inside nine tenths of them, and are the same for the same seed', () => {
    if (!drawn.ok) return expect.fail(drawn.reason)
    drawn.value.half.forEach(([best, worst], i) => {
      const [widestBest, widestWorst] = drawn.value.ninety[i] ?? [99, 0]
      expect(widestBest).toBeLessThanOrEqual(best)
      expect(best).toBeLessThanOrEqual(worst)
      expect(worst).toBeLessThanOrEqual(widestWorst)
    })
    expect(posteriorRanks(design, model, 3, 17)).toEqual(drawn)
    expect(posteriorRanks(design, model, 3, 18)).not.toEqual(drawn)
  })

  it('are refused where nominations do not detectably differ, and without a place', () => {
    const flat = { ...model, varianceOfNominations: 0 }
    expect(posteriorRanks(design, flat, 3, 1)).toMatchObject({
      ok: false,
      reason: 'no-detectable-difference',
    })
    expect(posteriorRanks(design, model, 0, 1)).toMatchObject({ ok: false, reason: 'no-places' })
  })
})

describe('reliability', () => {
  it('needs the jurors that the scoring rules tabulate', () => {
    expect([jurorsNeeded(0.26, 0.7), jurorsNeeded(0.26, 0.8)]).toEqual([7, 12])
    expect([jurorsNeeded(0.4, 0.7), jurorsNeeded(0.4, 0.8)]).toEqual([4, 6])
    expect(jurorsNeeded(0, 0.7)).toBeNull()
  })

  it('follows from the variance components', () => {
    const result = reliability({ varianceOfNominations: 4, varianceOfJurors: 1, variance: 3 })
    if (!result.ok) return expect.fail(result.reason)
    expect([result.value.single, result.value.order(3), result.value.absolute(4)]).toEqual([0.5, 0.8, 0.8])
    const none = reliability({ varianceOfNominations: 0, varianceOfJurors: 1, variance: 3 })
    expect(none.ok && none.value.single).toBe(0)
    expect(reliability({ varianceOfNominations: 0, varianceOfJurors: 0, variance: 0 })).toMatchObject({
      ok: false,
      reason: 'no-variation',
    })
  })
})

describe('precision', () => {
  it('rests on a nomination’s own spread only from five sheets', () => {
    const five = nominationError([1, 2, 3, 4, 5].map(integer), null)
    expect(shownError(five, 9)).toEqual({ basis: 'own', error: Math.sqrt(0.5) })
    const four = nominationError([1, 2, 3, 4].map(integer), null)
    expect(shownError(four, 9)).toEqual({ basis: 'pooled', error: 1.5 })
    expect(shownError(four, null)).toBeNull()
    expect(four.spread && toText(four.spread)).toBe('5/3')
    expect(nominationError([1, 2].map(integer), 1).squaredErrorInPool).toBeNull()
  })

  it('lets juror effects cancel on a complete panel, and adds them for jurors drawn anew', () => {
    expect(completePanelDifferenceError(8, 4)).toBe(2)
    expect(rawMeanError(5, 4, 1)).toBe(3)
    const complete = designFor(drawnSheets({ nominations: 6, jurors: 4, each: 4, seed: 3 }))
    const fit = leastSquares(complete)
    expect(fit.seOfDifference(0, 1)).toBeCloseTo(completePanelDifferenceError(fit.sigma2 ?? 0, 4), 10)
  })
})

describe('severity luck', () => {
  it('marks who changes side of the winning set, and by how many places all move', () => {
    expect(severityLuck([1, 2, 3, 4], [80, 70, 75, 60], 2)).toEqual([
      { adjustedRank: 1, shift: 0, changesSide: false },
      { adjustedRank: 3, shift: 1, changesSide: true },
      { adjustedRank: 2, shift: 1, changesSide: true },
      { adjustedRank: 4, shift: 0, changesSide: false },
    ])
  })

  it('takes scores that differ by rounding as equal', () => {
    expect(severityLuck([1, 1], [70, 70 + 1e-12], 1).map(({ adjustedRank }) => adjustedRank)).toEqual([1, 1])
  })
})
