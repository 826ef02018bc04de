import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, divide, multiply, sum, toText } from '#app/domain/kernel/rational.ts'
import { aggregateCategory, sheetQuorum } from '#app/domain/scoring/aggregate.ts'
import { categoryRuleFor, combine, median } from '#app/domain/scoring/combine.ts'
import { cellOf } from '#app/domain/scoring/cell.ts'
import { countedSheet, criterionMean } from '#app/domain/scoring/sheet-score.ts'
import { aRubric, aRule, number, parsedRubric, submitted } from './build.ts'

describe('aggregation', () => {
  it('holds the total threshold against each criterion once, unweighted', () => {
    const rubric = (totalThreshold: string) => parsedRubric(aRubric({ totalThreshold }))
    const at = (totalThreshold: string) => {
      const rule = aRule({ rubric: rubric(totalThreshold), minimumSheets: 1 })
      const cells = [submitted('s1', { impact: 5, access: 1, reuse: 1 })]
      return aggregateCategory(rule, [{ nominationId: 'a', cells }]).scores[0]!
    }
    expect([at('100').state, at('100').failedThresholds]).toEqual(['scored', []])
    expect([at('101').state, at('101').failedThresholds]).toEqual(['below_threshold', ['total']])
    expect([at('100').carried, at('100').ofSheets]).toEqual([null, number('40')])
  })

  it('carries a first round into the score alone: not into the quorum, the thresholds, the means or the median', () => {
    const levels = { impact: 3, access: 3, reuse: 3 }
    const carried = { score: number('100'), share: number('1/4') }
    const file = (seats: readonly string[]) => ({
      nominationId: 'a',
      cells: seats.map((seatId) => submitted(seatId, levels)),
      carried,
    })
    const [quorate] = aggregateCategory(aRule(), [file(['s1', 's2', 's3'])]).scores
    expect(quorate).toMatchObject({
      state: 'scored',
      score: number('125/2'),
      ofSheets: number('50'),
      carried,
    })
    expect(quorate).toMatchObject({
      median: number('50'),
      criterionMeans: [{ code: 'impact', mean: number('50') }, {}, {}],
    })
    const [short] = aggregateCategory(aRule(), [file(['s1', 's2'])]).scores
    expect(short).toMatchObject({ state: 'below_quorum', score: null, ofSheets: null, sheets: 2, carried })
    const rubric = parsedRubric(
      aRubric({ criteria: aRubric().criteria.map((one) => ({ ...one, threshold: '60' })) }),
    )
    const [under] = aggregateCategory(aRule({ rubric }), [file(['s1', 's2', 's3'])]).scores
    expect(under).toMatchObject({ state: 'below_threshold', score: number('125/2') })
  })

  it.each([
    [3, '1/2', 9, 5],
    [3, '1/2', 4, 3],
    [1, '2/3', 7, 5],
    [0, '1/3', 9, 3],
    [3, '1/2', 0, 3],
  ])('asks max(%i, ceil(%s of %i)) = %i sheets', (least, share, eligible, quorum) => {
    expect(sheetQuorum(least, number(share), eligible)).toBe(quorum)
  })

  it('gives no score under the quorum, and shrinks the quorum by recusals, not by abstentions', () => {
    const levels = { impact: 5, access: 5, reuse: 5 }
    const cells = (last: 'recused' | 'abstained') => [
      submitted('s1', levels),
      submitted('s2', levels),
      submitted('s3', levels),
      ...['s4', 's5', 's6', 's7'].map((seatId) => ({ seatId, state: last, levels: {} })),
    ]
    const { scores } = aggregateCategory(aRule(), [
      { nominationId: 'recused', cells: cells('recused') },
      { nominationId: 'abstained', cells: cells('abstained') },
    ])
    expect(
      scores.map(({ state, sheets, eligible, quorum, score }) => ({
        state,
        sheets,
        eligible,
        quorum,
        score: score && toText(score),
      })),
    ).toEqual([
      { state: 'scored', sheets: 3, eligible: 3, quorum: 3, score: '100' },
      { state: 'below_quorum', sheets: 3, eligible: 7, quorum: 4, score: null },
    ])
  })

  it('counts only submitted sheets of jurors who may judge', () => {
    const sheet = { state: 'sealed', entries: [] } as const
    const base = { seatId: 's', assigned: true, recused: false, closed: false }
    expect(cellOf({ ...base, sheet }).state).toBe('submitted')
    expect(cellOf({ ...base, sheet, recused: true }).state).toBe('recused')
    expect(cellOf({ ...base, sheet: { ...sheet, state: 'draft' } }).state).toBe('draft')
    expect(cellOf({ ...base, sheet: { ...sheet, state: 'draft' }, closed: true }).state).toBe('missing')
    expect(cellOf({ ...base, sheet: { ...sheet, state: 'voided' } }).state).toBe('voided')
    expect(cellOf({ ...base, sheet: { ...sheet, state: 'abstained' } }).state).toBe('abstained')
    expect(cellOf({ ...base, sheet: null, assigned: false }).state).toBe('unassigned')
    expect(cellOf({ ...base, sheet: null })).toStrictEqual({ seatId: 's', state: 'draft', levels: {} })
  })

  it('reads the level of each criterion from the sheet, and a gap as a gap', () => {
    const entries = [
      { criterion: 'impact', level: 4, cannotAssess: false, comment: '' },
      { criterion: 'access', level: null, cannotAssess: true, comment: '' },
    ]
    const facts = { seatId: 's', assigned: true, recused: false, closed: false }
    expect(cellOf({ ...facts, sheet: { state: 'sealed', entries } })).toEqual({
      ...{ seatId: 's', state: 'submitted' },
      levels: { impact: 4, access: null },
    })
  })

  it('leaves out a sheet with a gap, or weighs what is there and says so', () => {
    const cells = ['s1', 's2', 's3'].map((seat) => submitted(seat, { impact: 5, access: 5, reuse: 5 }))
    const gap = submitted('s4', { impact: 1, access: null, reuse: 1 })
    const scoreWith = (missingPolicy: 'exclude_sheet' | 'renormalise') =>
      aggregateCategory(aRule({ rubric: parsedRubric(aRubric({ missingPolicy })) }), [
        { nominationId: 'n', cells: [...cells, gap] },
      ]).scores[0]
    expect(scoreWith('exclude_sheet')).toMatchObject({
      sheets: 3,
      excludedSheets: 1,
      renormalisedSheets: 0,
      score: number('100'),
    })
    expect(scoreWith('renormalise')).toMatchObject({
      sheets: 4,
      excludedSheets: 0,
      renormalisedSheets: 1,
      score: number('75'),
    })
  })

  it('switches trimming off for the whole category when one nomination has too few sheets', () => {
    expect(categoryRuleFor('trimmed', 5, [5, 6])).toBe('trimmed')
    expect(categoryRuleFor('trimmed', 5, [5, 4])).toBe('mean')
    expect(categoryRuleFor('trimmed', 1, [2, 9])).toBe('mean')
    expect(categoryRuleFor('median', 5, [1])).toBe('median')
  })

  it('lets no nomination under its quorum switch trimming off, and lets one with a score', () => {
    const file = (nominationId: string, given: readonly number[]) => ({
      nominationId,
      cells: given.map((level, at) => submitted(`s${at}`, { impact: level, access: level, reuse: level })),
    })
    const of = (...nominations: ReturnType<typeof file>[]) => {
      const { rule, scores } = aggregateCategory(aRule({ combine: 'trimmed' }), nominations)
      return [rule, ...scores.map(({ score }) => score && toText(score))]
    }
    const five = file('five', [1, 3, 3, 4, 5])
    expect(of(five, file('two', [5, 5]))).toEqual(['trimmed', '175/3', null])
    expect(of(five, file('four', [5, 5, 5, 5]))).toEqual(['mean', '55', '100'])
  })

  it('does not depend on the order of the sheets', () => {
    const values = fc.array(
      fc.integer({ min: 0, max: 400 }).map((quarter) => number(`${quarter}/4`)),
      { minLength: 1, maxLength: 9 },
    )
    fc.assert(
      fc.property(values, fc.constantFrom('mean', 'median', 'trimmed'), (given, rule) => {
        expect(combine(rule as 'mean', [...given].reverse())).toEqual(combine(rule as 'mean', given))
        const middle = median(given)
        expect(
          middle !== null && given.filter((value) => compare(value, middle) > 0).length <= given.length / 2,
        ).toBe(true)
      }),
    )
  })

  it('takes criterion means over the sheets that assess it', () => {
    const rubric = parsedRubric(aRubric({ missingPolicy: 'renormalise' }))
    const sheets = [100, null, 50].flatMap(
      (points, at) =>
        countedSheet(
          rubric,
          `s${at}`,
          new Map([
            ['impact', points === null ? null : number(`${points}`)],
            ['access', number('25')],
            ['reuse', number('25')],
          ]),
        ) ?? [],
    )
    const impact = criterionMean(sheets, 'impact')
    expect(impact && toText(impact)).toBe('75')
    expect(criterionMean(sheets, 'absent')).toBeNull()
    const check = divide(sum([number('100'), number('50')]), multiply(number('2'), number('1')))
    expect(check.ok && check.value).toEqual(impact)
  })
})
