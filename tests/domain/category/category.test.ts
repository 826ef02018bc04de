import { describe, expect, it } from 'vitest'
import { competition, mayEnter } from '#app/domain/category/category.ts'
import { inPrizeOrder, isBelowAdvice } from '#app/domain/category/prize.ts'
import { aRegulation } from '../campaign/a-campaign.ts'

const one = (state: string) => ({ categoryCode: 'e-contenu', administrationId: 'a', state })

describe('mayEnter', () => {
  it('counts only nominations that still stand', () => {
    expect(
      mayEnter(aRegulation, 'e-contenu', 'a', [one('draft'), one('withdrawn'), one('disqualified')]).ok,
    ).toBe(true)
    expect(mayEnter(aRegulation, 'e-contenu', 'a', [one('draft'), one('submitted')])).toMatchObject({
      reason: 'quota-reached',
      facts: { limit: 2, count: 2 },
    })
    expect(mayEnter(aRegulation, 'e-contenu', 'b', [one('draft'), one('submitted')]).ok).toBe(true)
  })
  it('refuses an unknown category', () => {
    expect(mayEnter(aRegulation, 'constructor', 'a', [])).toMatchObject({ reason: 'unknown-category' })
  })
})

describe('a category', () => {
  it('may have a lone candidate', () => {
    expect([competition(0), competition(1), competition(2)]).toEqual(['none', 'lone', 'contest'])
  })
  it('lists excellence first and advises below the threshold only', () => {
    const slots = [{ type: 'jury' }, { type: 'excellence' }] as const
    expect(inPrizeOrder(slots).map(({ type }) => type)).toEqual(['excellence', 'jury'])
    const slot = { advisoryThreshold: '70' }
    expect([
      isBelowAdvice(slot, '69.999'),
      isBelowAdvice(slot, '70'),
      isBelowAdvice({ advisoryThreshold: null }, '0'),
    ]).toEqual([true, false, false])
  })
})
