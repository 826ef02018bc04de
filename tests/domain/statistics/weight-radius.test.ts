import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { integer, toText } from '#app/domain/kernel/rational.ts'
import { toNumber } from '#app/domain/statistics/exact.ts'
import { weightRadius } from '#app/domain/statistics/weight-radius.ts'

const criteria = ['a', 'b', 'c'].map((id, at) => ({ id, weight: integer([40, 35, 25][at] ?? 0) }))
const item = (id: string, ...points: number[]) => ({
  id,
  means: new Map(points.map((value, at) => ['abc'[at] ?? '', integer(value)])),
})
const radiusOf = (...items: ReturnType<typeof item>[]) => {
  const result = weightRadius(criteria, 'first', items)
  if (!result.ok) throw new Error(result.reason)
  return result.value && { radius: toText(result.value.radius), challenger: result.value.challenger }
}

describe('the joint robustness of the weights', () => {
  it('moves weight from where the challenger is worst to where he is best', () => {
    // Behind by .4*4 - .25*2 = 1.1; each share moved from a to c gains 6: 11/60 of the weight, twice in the sum.
    expect(radiusOf(item('first', 8, 6, 4), item('other', 4, 6, 6))).toEqual({
      radius: '11/30',
      challenger: 'other',
    })
  })

  it('is nought on a tie, and null where nobody can draw level', () => {
    expect(radiusOf(item('first', 5, 5, 5), item('twin', 5, 5, 5))).toEqual({
      radius: '0',
      challenger: 'twin',
    })
    expect(radiusOf(item('first', 5, 5, 5), item('lower', 4, 3, 2))).toBeNull()
    expect(radiusOf(item('first', 5, 5, 5))).toBeNull()
  })

  it('names the nearest challenger', () => {
    expect(radiusOf(item('first', 8, 6, 4), item('far', 0, 0, 5), item('near', 7, 6, 5))?.challenger).toBe(
      'near',
    )
  })

  it('refuses an unknown leader, no weight and a missing mean', () => {
    const items = [item('first', 1, 2, 3), item('other', 1, 2)]
    expect(weightRadius(criteria, 'nobody', items)).toMatchObject({ ok: false, reason: 'leader-unknown' })
    expect(weightRadius(criteria, 'first', items)).toMatchObject({ ok: false, reason: 'mean-missing' })
    expect(weightRadius([], 'first', items)).toMatchObject({ ok: false, reason: 'no-weight' })
  })

  it('is never more than any change that brings the challenger level', () => {
    const point = fc.integer({ min: 0, max: 10 })
    const points = fc.tuple(point, point, point)
    const shares = fc.tuple(point, point, point).filter((parts) => parts.some((part) => part > 0))
    fc.assert(
      fc.property(points, points, shares, (first, other, parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const weights = parts.map((part) => part / total)
        const lead = weights.reduce((sum, weight, c) => sum + weight * ((other[c] ?? 0) - (first[c] ?? 0)), 0)
        fc.pre(lead >= 0)
        const result = weightRadius(criteria, 'first', [item('first', ...first), item('other', ...other)])
        if (!result.ok || result.value === null) return expect.fail('these weights bring him level')
        const change = weights.reduce(
          (sum, weight, c) => sum + Math.abs(weight - ([0.4, 0.35, 0.25][c] ?? 0)),
          0,
        )
        expect(toNumber(result.value.radius)).toBeLessThanOrEqual(change + 1e-12)
      }),
    )
  })
})
