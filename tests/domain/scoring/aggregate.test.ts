import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, divide, multiply, sum, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'
import { aggregateCategory, failedThresholds, sheetQuorum } from '#app/domain/scoring/aggregate.ts'
import { categoryRuleFor, combine, median, trimmedMean } from '#app/domain/scoring/combine.ts'
import { cascade } from '#app/domain/scoring/cascade.ts'
import { cellOf } from '#app/domain/scoring/cell.ts'
import { countedSheet, criterionMean, weightedMean } from '#app/domain/scoring/sheet-score.ts'
import { vectorsOf } from '../vectors.ts'
import { aRubric, aRule, number, parsedRubric, submitted } from './build.ts'

type Typed = string | number
type Weighted = {
  criteria: { id: string; weight: Typed }[]
  scores: Record<string, Record<string, Record<string, Typed | null> | 'abstain' | 'recused' | null>>
  juror_aggregate: 'mean' | 'median' | { trim: { low: number; high: number; min_n: number } }
  missing_criterion?: 'renormalise' | 'exclude_sheet'
  quorum?: number
  display_decimals?: number
}
const ranksOf = (scores: Record<string, Rational>) =>
  Object.fromEntries(
    cascade(Object.entries(scores), [{ code: 'score', compare: (a, b) => compare(a[1], b[1]) }]).map(
      ({ member, rank }) => [member[0], rank],
    ),
  )

describe('aggregation', () => {
  it.each(vectorsOf('aggregate.weighted').map((vector) => [vector.id, vector] as const))(
    'reproduces %s',
    (_, vector) => {
      const input = vector.input as Weighted
      const expected = vector.expected as {
        scores: Record<string, { exact: string; display: string; n: number }>
        ranks: Record<string, number>
        below_quorum: string[]
      }
      const rubric = {
        criteria: input.criteria.map(({ id, weight }) => ({
          code: id,
          weight: number(`${weight}`),
          points: new Map<number, Rational>(),
          threshold: null,
        })),
        missingPolicy: input.missing_criterion ?? 'exclude_sheet',
        commentRequiredAt: [],
      } as const
      const scored: Record<string, Rational> = {}
      for (const [nomination, sheets] of Object.entries(input.scores)) {
        const counted = Object.entries(sheets).flatMap(([juror, sheet]) => {
          if (sheet === null || typeof sheet === 'string') return []
          const points = new Map(
            Object.entries(sheet).map(
              ([code, value]) => [code, value === null ? null : number(`${value}`)] as const,
            ),
          )
          return countedSheet(rubric, juror, points) ?? []
        })
        if (counted.length < (input.quorum ?? 0)) {
          expect(expected.below_quorum).toContain(nomination)
          continue
        }
        const rule = input.juror_aggregate
        const values = counted.map((sheet) => sheet.score)
        const trim = typeof rule === 'object' && counted.length >= rule.trim.min_n ? rule.trim : null
        const score = trim
          ? trimmedMean(values, trim.low, trim.high)
          : combine(typeof rule === 'object' ? 'mean' : rule, values)
        if (score === null) expect.fail('a counted nomination has a score')
        expect({
          exact: toText(score),
          display: toDecimal(score, input.display_decimals ?? 2),
          n: counted.length,
        }).toEqual(expected.scores[nomination])
        scored[nomination] = score
      }
      expect(ranksOf(scored)).toEqual(expected.ranks)
    },
  )

  it('ranks as equal what doubles tear apart', () => {
    for (const vector of vectorsOf('aggregate.float_trap')) {
      const input = vector.input as { weights: Typed[]; items: Record<string, Typed[]> }
      const expected = vector.expected as { exact: Record<string, string>; ranks: Record<string, number> }
      const weights = input.weights.map((weight) => number(`${weight}`))
      const scores = Object.fromEntries(
        Object.entries(input.items).map(([id, values]) => {
          const terms = values.map((value, at) => ({
            weight: weights[at] ?? number('0'),
            value: number(`${value}`),
          }))
          return [id, weightedMean(terms) ?? number('0')]
        }),
      )
      expect(Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, toText(score)]))).toEqual(
        expected.exact,
      )
      expect(ranksOf(scores)).toEqual(expected.ranks)
    }
  })

  it('trims as the reference vectors before any rounding', () => {
    for (const vector of vectorsOf('aggregate.trimmed')) {
      const { lists } = vector.input as {
        lists: { values: Typed[]; drop_low: number; drop_high: number; decimals?: number; multiply?: Typed }[]
      }
      const { items } = vector.expected as { items: { exact?: string; display?: string }[] }
      lists.forEach((list, at) => {
        if (list.multiply !== undefined || items[at]?.exact === undefined) return
        const kept = trimmedMean(
          list.values.map((value) => number(`${value}`)),
          list.drop_low,
          list.drop_high,
        )
        expect(kept && toText(kept)).toBe(items[at]?.exact)
      })
    }
  })

  it('passes a threshold on equality and names the criteria that fail', () => {
    for (const vector of vectorsOf('aggregate.threshold')) {
      const input = vector.input as {
        criterion_min: Record<string, Typed>
        weights: Record<string, Typed>
        items: Record<string, Record<string, Typed>>
      }
      const expected = vector.expected as { items: Record<string, { failed: string[] }> }
      const criteria = Object.entries(input.criterion_min).map(([code, least]) => ({
        code,
        weight: number(`${input.weights[code]}`),
        points: new Map<number, Rational>(),
        threshold: number(`${least}`),
      }))
      for (const [id, values] of Object.entries(input.items)) {
        const means = Object.entries(values).map(([code, value]) => ({ code, mean: number(`${value}`) }))
        const failed = failedThresholds(
          { criteria, missingPolicy: 'exclude_sheet', commentRequiredAt: [] },
          means,
        )
        expect(failed).toEqual((expected.items[id]?.failed ?? []).filter((code) => code !== 'total'))
      }
    }
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
    expect(cellOf({ ...base, sheet: null, assigned: false }).state).toBe('unassigned')
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
