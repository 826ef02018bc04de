import { describe, expect, it } from 'vitest'
import { aggregateCategory, failedThresholds } from '#app/domain/scoring/aggregate.ts'
import type { AggregationRule, NominationCells } from '#app/domain/scoring/aggregate.ts'
import type { CellState } from '#app/domain/scoring/cell.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { aRule, submitted } from './build.ts'

const sheet = (seat: string, level: number) => submitted(seat, { impact: level, access: level, reuse: level })
const silent = (seatId: string, state: CellState) => ({ seatId, state, levels: {} })
const resultOf = (rule: AggregationRule, nominations: readonly NominationCells[]) => {
  const { scores } = aggregateCategory(rule, nominations)
  return rankCategory({ rubric: rule.rubric, decimals: 2, lotOrder: null }, scores)
}
const one = aRule({ minimumSheets: 1 })

describe('a category with hardly anything in it', () => {
  it('has no result without a nomination', () => {
    expect(aggregateCategory(one, [])).toEqual({ rule: 'mean', scores: [] })
    expect(resultOf(one, [])).toEqual([])
  })
  it('ranks its only nomination first, by its score', () => {
    expect(resultOf(one, [{ nominationId: 'a', cells: [sheet('j1', 3)] }])).toMatchObject([
      { nominationId: 'a', state: 'ranked', rank: 1, display: '50.00', decidedBy: 'score', tiedWith: [] },
    ])
  })
  it('gives no score by one juror when the quorum asks for three', () => {
    expect(resultOf(aRule(), [{ nominationId: 'a', cells: [sheet('j1', 5)] }])).toMatchObject([
      { state: 'below_quorum', rank: null, score: null, display: '', decidedBy: null },
    ])
  })
  it.each(['recused', 'abstained', 'missing', 'draft', 'voided', 'unassigned'] as const)(
    'gives no score when every juror is %s, whatever the quorum',
    (state) => {
      const cells = ['j1', 'j2', 'j3'].map((seat) => silent(seat, state))
      const rule = { ...one, minimumSheets: 0 }
      const isOut = state === 'recused' || state === 'unassigned'
      expect(aggregateCategory(rule, [{ nominationId: 'a', cells }]).scores).toMatchObject([
        {
          state: 'below_quorum',
          score: null,
          median: null,
          sheets: 0,
          eligible: isOut ? 0 : 3,
          quorum: isOut ? 0 : 2,
        },
      ])
    },
  )
  it('counts no sheet of a juror who was recused after it', () => {
    const cells = [sheet('j1', 1), sheet('j2', 3), { ...sheet('j3', 5), state: 'recused' as const }]
    expect(aggregateCategory(one, [{ nominationId: 'a', cells }]).scores).toMatchObject([
      { sheets: 2, eligible: 2, quorum: 1, score: { p: 25n, q: 1n } },
    ])
  })
  it('counts no sheet with a level that the scale does not have', () => {
    const cells = [sheet('j1', 3), sheet('j2', 6), sheet('j3', 0)]
    expect(aggregateCategory(one, [{ nominationId: 'a', cells }]).scores).toMatchObject([
      { sheets: 1, excludedSheets: 2, eligible: 3, quorum: 2, state: 'below_quorum' },
    ])
  })
  it('asks for the threshold of the total exactly, equality passing', () => {
    const at = (totalThreshold: string) =>
      aggregateCategory(
        { ...one, rubric: { ...one.rubric, totalThreshold: { p: BigInt(totalThreshold), q: 1n } } },
        [{ nominationId: 'a', cells: [sheet('j1', 3)] }],
      ).scores.map(({ state, failedThresholds }) => [state, ...failedThresholds])
    expect(at('150')).toEqual([['scored']])
    expect(at('151')).toEqual([['below_threshold', 'total']])
  })
  it('does not pass a total while a criterion has no mean', () => {
    const rubric = { ...one.rubric, missingPolicy: 'renormalise' as const, totalThreshold: { p: 0n, q: 1n } }
    const cells = [submitted('j1', { impact: 5, access: null, reuse: 5 })]
    expect(aggregateCategory({ ...one, rubric }, [{ nominationId: 'a', cells }]).scores).toMatchObject([
      { state: 'below_threshold', failedThresholds: ['total'], renormalisedSheets: 1 },
    ])
  })
  it('fails every threshold of means that nobody gave, and none where the rules ask for none', () => {
    const [first, ...others] = one.rubric.criteria.map((criterion) => ({ ...criterion, threshold: null }))
    const asked = { ...first!, threshold: { p: 0n, q: 1n } }
    const rubric = { ...one.rubric, criteria: [asked, ...others], totalThreshold: { p: 0n, q: 1n } }
    expect(failedThresholds(rubric, [])).toEqual([asked.code, 'total'])
    expect(failedThresholds({ ...rubric, criteria: others, totalThreshold: null }, [])).toEqual([])
  })
})
