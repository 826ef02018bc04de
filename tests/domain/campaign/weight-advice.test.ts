import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightAdvice } from '#app/domain/campaign/weight-advice.ts'
import { weightSum } from '#app/domain/campaign/weights.ts'

const of = (...weights: string[]) => weights.map((weight, index) => ({ code: `c${index}`, weight }))

describe('weightAdvice', () => {
  it('is silent when the weights make 100', () => {
    expect(weightAdvice(of('50', '25.5', '24.5'))).toBeNull()
  })
  it('names the heaviest criterion and what it would weigh', () => {
    expect(weightAdvice(of('20', '45.5', '30'))).toEqual({
      sum: '95.5',
      difference: '4.5',
      side: 'missing',
      change: { code: 'c1', from: '45.5', to: '50' },
    })
    expect(weightAdvice(of('60', '60'))).toMatchObject({ side: 'too-much', change: { code: 'c0', to: '40' } })
  })
  it('brings shares to 1', () => {
    expect(weightAdvice(of('0.33', '0.33', '0.33'))).toEqual({
      sum: '0.99',
      difference: '0.01',
      side: 'missing',
      change: { code: 'c0', from: '0.33', to: '0.34' },
    })
    expect(weightAdvice(of('1/3', '1/3'))).toMatchObject({ difference: '1/3', change: { to: '2/3' } })
  })
  it('names none when one criterion cannot absorb the difference', () => {
    expect(weightAdvice(of('70', '70', '70'))).toMatchObject({ side: 'too-much', change: null })
  })
  it('always leads to exactly 100 when it names a change', () => {
    const weight = fc.integer({ min: 1, max: 60_000 }).map((n) => String(n / 1000))
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 9 }), (weights) => {
        const advice = weightAdvice(of(...weights))
        if (advice === null || advice.change === null) return
        const { code, to } = advice.change
        const fixed = of(...weights).map((one) => (one.code === code ? to : one.weight))
        expect(weightSum(fixed).isHundred).toBe(true)
      }),
    )
  })
})
