import { describe, expect, it } from 'vitest'
import { gridLevels } from '#app/domain/scoring/grid.ts'
import { rubricProblems } from '#app/domain/scoring/rubric-problems.ts'
import { scoringRubric } from '#app/domain/scoring/rubric.ts'
import { aCriterion, aRubric, number, parsedRubric } from './build.ts'

const codes = (criteria: ReturnType<typeof aCriterion>[]) =>
  rubricProblems(aRubric({ criteria })).map(({ code, criterion }) => [code, criterion])
const levels = (...points: string[]) =>
  points.map((value, at) => ({ level: at + 1, points: value, anchor: null }))

describe('rubric', () => {
  it('accepts weights that add up to exactly 100', () => {
    expect(rubricProblems(aRubric())).toEqual([])
    expect(codes([aCriterion('a', '100/3'), aCriterion('b', '100/3'), aCriterion('c', '100/3')])).toEqual([])
  })
  it('accepts shares that add up to exactly 1', () => {
    expect(codes(['a', 'b', 'c'].map((code) => aCriterion(code, '1/3')))).toEqual([])
    expect(codes(['a', 'b', 'c'].map((code) => aCriterion(code, '0.33')))).toEqual([['weights-not-100', 'a']])
  })
  it('refuses weights that only nearly add up, and says which to change, and to what', () => {
    expect(codes(['a', 'b', 'c'].map((code) => aCriterion(code, '33.33')))).toEqual([
      ['weights-not-100', 'a'],
    ])
    const criteria = [aCriterion('a', '20'), aCriterion('b', '45.5'), aCriterion('c', '30')]
    expect(rubricProblems(aRubric({ criteria }))).toEqual([
      {
        code: 'weights-not-100',
        criterion: 'b',
        facts: { sum: '95.5', difference: '4.5', side: 'missing', to: '50' },
      },
    ])
  })
  it('names no criterion to change when none can absorb the difference', () => {
    const criteria = ['a', 'b', 'c'].map((code) => aCriterion(code, '70'))
    expect(rubricProblems(aRubric({ criteria }))).toEqual([
      {
        code: 'weights-not-100',
        criterion: null,
        facts: { sum: '210', difference: '110', side: 'too-much', to: '' },
      },
    ])
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
    ['criterion-code-reserved', [aCriterion('total', '100')], 'total'],
    [
      'levels-not-increasing',
      [
        aCriterion('a', '100', {
          levels: [
            { level: 2, points: '0', anchor: null },
            { level: 2, points: '1', anchor: null },
          ],
        }),
      ],
      'a',
    ],
    ['threshold-off-range', [aCriterion('a', '100', { threshold: '-1' })], 'a'],
    ['grid-malformed', [aCriterion('a', '100', { grid: { min: '0', max: '100', step: '30' } })], 'a'],
    ['levels-off-grid', [aCriterion('a', '100', { grid: { min: '0', max: '100', step: '50' } })], 'a'],
    ['levels-off-grid', [aCriterion('a', '100', { grid: { min: '0', max: '100', step: '25' } })], 'a'],
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
  it('refuses a threshold on the total that is no number', () => {
    expect(rubricProblems(aRubric({ totalThreshold: 'half' }))).toEqual([
      { code: 'threshold-malformed', criterion: 'total', facts: {} },
    ])
    expect(parsedRubric(aRubric({ totalThreshold: '150' })).totalThreshold).toEqual(number('150'))
    expect(parsedRubric(aRubric()).totalThreshold).toBeNull()
  })
  it('accepts the ends of the range as thresholds', () => {
    const criteria = [aCriterion('a', '50', { threshold: '0' }), aCriterion('b', '50', { threshold: '100' })]
    expect(rubricProblems(aRubric({ criteria }))).toEqual([])
  })
  it('brings different ranges to 0..1 only when the rubric says so', () => {
    const narrow = levels('10', '12', '20')
    const criteria = [
      aCriterion('a', '50', { threshold: '50' }),
      aCriterion('b', '50', { levels: narrow, threshold: '15' }),
    ]
    expect(codes(criteria)).toEqual([['ranges-differ', 'b']])
    const rubric = parsedRubric(aRubric({ criteria, ranges: 'normalised' }))
    expect(rubric.criteria.map(({ points }) => [...points.values()])).toEqual([
      ['0', '1/4', '1/2', '3/4', '1'].map(number),
      ['0', '1/5', '1'].map(number),
    ])
    expect(rubric.criteria.map(({ threshold }) => threshold)).toEqual([number('1/2'), number('1/2')])
  })
  it('takes the levels of a grid', () => {
    const grid = { min: '0', max: '10', step: '1/2' }
    const made = gridLevels(grid)
    if (!made.ok) expect.fail(made.reason)
    const steps = made.value.map((level) => ({ ...level, anchor: null }))
    expect(codes([aCriterion('a', '100', { grid, levels: steps })])).toEqual([])
    expect(codes([aCriterion('a', '100', { grid, levels: steps.slice(0, -1) })])).toEqual([
      ['levels-off-grid', 'a'],
    ])
    const bent = steps.map((step) => (step.level === 3 ? { ...step, points: '1.6' } : step))
    expect(codes([aCriterion('a', '100', { grid, levels: bent })])).toEqual([['levels-off-grid', 'a']])
  })
})
