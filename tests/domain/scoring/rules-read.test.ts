import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import { canonicalHash } from '#app/domain/scoring/rubric-hash.ts'
import { rangeOf, scoreRange, totalRange } from '#app/domain/scoring/score-range.ts'
import { isRoundOpen } from '#app/domain/scoring/sheet-gate.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { sha256 } from '#tests/verifier/random-campaign.ts'
import { aCriterion, aRubric, number, parsedRubric } from './build.ts'
import { aSheet } from './sheet-build.ts'

const regulation = aRegulation({ opensAt: instant(0) })
const [category] = regulation.categories

describe('the rule of a category, read from the regulation', () => {
  it('takes the rubric, the aggregate and the quorum, exactly', () => {
    const { code, rubric } = category!
    expect(aggregationRule(regulation, code)).toEqual({
      ok: true,
      value: {
        rubric: parsedRubric(rubric),
        combine: regulation.scoring.aggregate,
        trimMinimumSheets: regulation.scoring.trimMinimumSheets,
        minimumSheets: regulation.jury.minimumSheets,
        minimumShare: number(regulation.jury.minimumShare),
      },
    })
  })
  it('is refused for a category that is not there, a rubric that is none, a share that is no number', () => {
    const { code } = category!
    expect(aggregationRule(regulation, 'absent')).toMatchObject({
      ...{ reason: 'category-unknown', facts: { category: 'absent' } },
    })
    const bare = { ...regulation, categories: [{ ...category!, rubric: aRubric({ criteria: [] }) }] }
    expect(aggregationRule(bare, code)).toMatchObject({ reason: 'rubric-invalid' })
    const jury = { ...regulation.jury, minimumShare: 'half' }
    expect(aggregationRule({ ...regulation, jury }, code)).toMatchObject({ reason: 'number-malformed' })
  })
  it('is named by the hash of its RFC 8785 text', () => {
    const text = '{"a":[1,"b"]}'
    expect(canonicalHash({ a: [1, 'b'] } as never, sha256)).toEqual({
      ok: true,
      value: createHash('sha256').update(text).digest('hex'),
    })
    expect(canonicalHash({ a: Number.NaN } as never, sha256)).toMatchObject({ ok: false })
  })
  it('says how many advance, or that there is one round', () => {
    const { scoring } = regulation
    expect(secondRoundPlaces({ scoring })).toBeNull()
    expect(secondRoundPlaces({ scoring: { ...scoring, secondRound: { places: 4 } } })).toBe(4)
  })
})

describe('where a score lies', () => {
  const to = (low: string, high: string) => ({ low: number(low), high: number(high) })
  const wide = (points: readonly string[]) =>
    aCriterion('wide', '50', {
      levels: points.map((one, at) => ({ level: at + 1, points: one, anchor: null })),
    })

  it('is the range of its criteria, from the lowest level to the highest', () => {
    expect(rangeOf(aCriterion('one', '1'))).toEqual(to('0', '100'))
    expect(rangeOf(wide(['1/2', '3', '7']))).toEqual(to('1/2', '7'))
    expect(rangeOf(wide(['one', '3']))).toBeNull()
    expect(rangeOf(wide(['3', 'seven']))).toBeNull()
    expect(rangeOf(wide([]))).toBeNull()
    expect(scoreRange({ criteria: [wide(['1/2', '3', '7'])] })).toEqual(to('1/2', '7'))
  })
  it('is nought to one where ranges are brought together, and unknown without criteria', () => {
    expect(scoreRange({ criteria: [wide(['1/2', '7'])], ranges: 'normalised' })).toEqual(to('0', '1'))
    expect(scoreRange({ criteria: [] })).toBeNull()
    expect(scoreRange({ criteria: [], ranges: 'normalised' })).toBeNull()
  })
  it('of all criteria together is the sum of their ranges, unweighted', () => {
    const criteria = [wide(['1/2', '7']), aCriterion('other', '50')]
    expect(totalRange({ criteria })).toEqual(to('1/2', '107'))
    expect(totalRange({ criteria, ranges: 'normalised' })).toEqual(to('0', '2'))
    expect(totalRange({ criteria: [] })).toEqual(to('0', '0'))
    expect(totalRange({ criteria: [wide(['x', '7']), aCriterion('other', '50')] })).toBeNull()
    expect(totalRange({ criteria: [aCriterion('other', '50'), wide(['x', '7'])] })).toBeNull()
  })
})

it('counts a sheet of the second round as open until the presentations end, one of the first in the evaluation', () => {
  const second = aSheet({ isSecondRound: true })
  const open = (['screening', 'evaluation', 'presentations', 'deliberation'] as const).map((phase) =>
    [aSheet(), second].map((sheet) => isRoundOpen({ phase, sheet })),
  )
  expect(open).toEqual([
    [false, false],
    [true, true],
    [false, true],
    [false, false],
  ])
})
