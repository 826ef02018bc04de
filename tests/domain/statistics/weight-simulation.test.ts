import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, integer, toText } from '#app/domain/kernel/rational.ts'
import { simulateWeights } from '#app/domain/statistics/weight-simulation.ts'

const IDS = ['a', 'b', 'c'] as const
const criteria = (...weights: number[]) =>
  weights.map((weight, at) => ({ id: IDS[at] ?? '', weight: integer(weight) }))
const item = (id: string, ...points: number[]) => ({
  id,
  means: new Map(points.map((value, at) => [IDS[at] ?? '', integer(value)])),
})
const simulated = (...asked: Parameters<typeof simulateWeights>) => {
  const result = simulateWeights(...asked)
  return result.ok ? result.value : expect.fail(result.reason)
}

describe('a simulation of weights', () => {
  it('ranks by the exact weighted mean and says where each weight would change the leader', () => {
    const {
      places,
      leaders,
      criteria: studied,
      radius,
    } = simulated(criteria(40, 60), [item('lower', 40, 70), item('first', 90, 50)])
    expect(places.map(({ id, rank, score }) => [id, rank, toText(score)])).toEqual([
      ['first', 1, '66'],
      ['lower', 2, '58'],
    ])
    expect(leaders).toEqual(['first'])
    // 50 + 40t = 70 - 30t at t = 2/7, and 5/7 for the other criterion.
    expect(studied[0]?.below).toEqual({ at: { p: 2n, q: 7n }, takenBy: ['lower'] })
    expect(studied[0]?.above).toBeNull()
    expect(studied[1]?.above).toEqual({ at: { p: 5n, q: 7n }, takenBy: ['lower'] })
    // From 2/5 to 2/7: 4/35 leaves one criterion and arrives at the other.
    expect(radius).toEqual({ radius: { p: 8n, q: 35n }, challenger: 'lower' })
  })

  it('draws the upper envelope through both ends and every change', () => {
    const [first] = simulated(criteria(40, 60), [item('lower', 40, 70), item('first', 90, 50)]).criteria
    expect(first?.envelope.map(({ at, score }) => [toText(at), toText(score)])).toEqual([
      ['0', '70'],
      ['2/7', '430/7'],
      ['1', '90'],
    ])
  })

  it('lets equal scores share a rank, and then knows no radius', () => {
    const tied = simulated(criteria(50, 50), [item('x', 60, 40), item('y', 40, 60), item('z', 10, 10)])
    expect(tied.places.map(({ rank }) => rank)).toEqual([1, 1, 3])
    expect(tied.leaders).toEqual(['x', 'y'])
    expect(tied.radius).toBeNull()
  })

  it('has no path for a single criterion', () => {
    expect(simulated(criteria(100), [item('x', 1), item('y', 2)])).toMatchObject({
      leaders: ['y'],
      criteria: [],
    })
  })

  it('refuses no nomination and a mean that nobody gave', () => {
    expect(simulateWeights(criteria(50, 50), [])).toMatchObject({ ok: false, reason: 'no-nominations' })
    expect(simulateWeights(criteria(50, 50), [item('x', 1)])).toMatchObject({
      ok: false,
      reason: 'mean-missing',
      facts: { nomination: 'x' },
    })
  })

  it('changes nothing when all weights are scaled, and keeps the leader up to the nearest change', () => {
    const point = fc.integer({ min: 0, max: 100 })
    const points = fc.array(fc.tuple(point, point, point), { minLength: 1, maxLength: 6 })
    const weight = fc.integer({ min: 1, max: 50 })
    const weights = fc.tuple(weight, weight, weight)
    fc.assert(
      fc.property(points, weights, (rows, [a, b, c]) => {
        const items = rows.map((row, at) => item(`n${at}`, ...row))
        const once = simulated(criteria(a, b, c), items)
        expect(simulated(criteria(3 * a, 3 * b, 3 * c), items)).toEqual(once)
        for (const { current, below, above } of once.criteria) {
          if (below) expect(compare(below.at, current)).toBeLessThanOrEqual(0)
          if (above) expect(compare(above.at, current)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
