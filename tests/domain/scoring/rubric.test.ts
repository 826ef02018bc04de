import { describe, expect, it } from 'vitest'
import { rubricProblems, scoringRubric } from '#app/domain/scoring/rubric.ts'
import { aCriterion, aRubric } from './build.ts'

const codes = (criteria: ReturnType<typeof aCriterion>[]) =>
  rubricProblems(aRubric({ criteria })).map(({ code, criterion }) => [code, criterion])
const levels = (...points: string[]) =>
  points.map((value, at) => ({ level: at + 1, points: value, anchor: null }))

describe('rubric', () => {
  it('accepts weights that add up to exactly 100', () => {
    expect(rubricProblems(aRubric())).toEqual([])
    expect(codes([aCriterion('a', '100/3'), aCriterion('b', '100/3'), aCriterion('c', '100/3')])).toEqual([])
  })
  it('refuses weights that only nearly add up, and says by how much', () => {
    expect(codes([aCriterion('a', '33.33'), aCriterion('b', '33.33'), aCriterion('c', '33.33')])).toEqual([
      ['weights-not-100', null],
    ])
    expect(rubricProblems(aRubric({ criteria: [aCriterion('a', '99.99')] }))[0]?.facts).toEqual({
      excess: '-1/100',
    })
  })
  it.each([
    ['no-criterion', [], null],
    ['criterion-code-twice', [aCriterion('a', '50'), aCriterion('a', '50')], 'a'],
    ['weight-malformed', [aCriterion('a', '1e2')], 'a'],
    ['weight-not-positive', [aCriterion('a', '0'), aCriterion('b', '100')], 'a'],
    ['too-few-levels', [aCriterion('a', '100', { levels: levels('0') })], 'a'],
    ['points-malformed', [aCriterion('a', '100', { levels: levels('0', 'x') })], 'a'],
    ['levels-not-increasing', [aCriterion('a', '100', { levels: levels('0', '50', '50', '100') })], 'a'],
    ['ranges-differ', [aCriterion('a', '50'), aCriterion('b', '50', { levels: levels('0', '10') })], 'b'],
    ['threshold-malformed', [aCriterion('a', '100', { threshold: 'half' })], 'a'],
    ['threshold-off-range', [aCriterion('a', '100', { threshold: '101' })], 'a'],
  ] as const)('names the fault %s', (code, criteria, criterion) => {
    expect(codes([...criteria])).toEqual([[code, criterion]])
  })
  it('is refused for scoring while a fault stands', () => {
    expect(scoringRubric(aRubric({ criteria: [aCriterion('a', '99')] }))).toMatchObject({
      ok: false,
      reason: 'rubric-invalid',
      facts: { problems: ['weights-not-100'] },
    })
  })
})
