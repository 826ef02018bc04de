import { describe, expect, it } from 'vitest'
import { typedWeights } from '#app/domain/campaign/typed-weights.ts'

const criteria = ['40', '60'].map((weight, at) => ({
  ...{ code: `c${at}`, name: { fr: `Critère ${at}` }, weight, levels: [], threshold: null },
}))
const weightsOf = (typed: Record<string, string>) => typedWeights(criteria, typed)

describe('weights typed beside a rubric', () => {
  it('are its own where nothing was typed', () => {
    expect(weightsOf({})).toEqual({ criteria, unreadable: [], advice: null, whole: true })
  })
  it('read a comma as a point, exactly', () => {
    const read = weightsOf({ c0: ' 27,5 ', c1: '72,5' })
    expect(read.criteria.map(({ weight }) => weight)).toEqual(['27.5', '72.5'])
    expect(read.whole).toBe(true)
  })
  it('say which criterion to change when they do not make 100', () => {
    const read = weightsOf({ c0: '30' })
    expect(read.whole).toBe(false)
    expect(read.advice).toMatchObject({
      sum: '90',
      difference: '10',
      change: { code: 'c1', from: '60', to: '70' },
    })
  })
  it.each(['', 'beaucoup', '-5', '0', '1/0', '1e9'])('name the criterion whose weight is «%s»', (text) => {
    expect(weightsOf({ c1: text })).toMatchObject({ unreadable: ['c1'], advice: null, whole: false })
  })
  it('know no other criterion', () => {
    expect(weightsOf({ elsewhere: '100' }).criteria).toEqual(criteria)
  })
})
