import { describe, expect, it } from 'vitest'
import { kemenyOrders, MOST_FINALISTS } from '#app/domain/deliberation/kemeny.ts'
import { majorityJudgment, majorityValue } from '#app/domain/deliberation/majority-judgment.ts'
import { pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import type { RankingBallot } from '#app/domain/deliberation/pairwise.ts'
import { bordaHalfPoints, rankingChecks } from '#app/domain/deliberation/ranking-checks.ts'
import { decideRanking } from '#app/domain/deliberation/ranking-vote.ts'

const times = (count: number, ballot: RankingBallot): RankingBallot[] =>
  Array.from({ length: count }, () => ballot)
const checksOf = (papers: readonly RankingBallot[], candidates: readonly string[]) =>
  rankingChecks(pairwiseOf(papers, candidates), papers.length)

describe('the checks beside a ranking vote', () => {
  it('are silent when every method puts the same finalist first', () => {
    expect(checksOf(times(3, [['a'], ['b'], ['c']]), ['a', 'b', 'c'])).toEqual({
      borda: ['a'],
      kemeny: ['a'],
      differ: false,
    })
  })
  it('say that Borda refuses the favourite of the majority', () => {
    const papers = [...times(3, [['a'], ['b'], ['c']]), ...times(2, [['b'], ['c'], ['a']])]
    expect(checksOf(papers, ['a', 'b', 'c'])).toEqual({ borda: ['b'], kemeny: ['a'], differ: true })
  })
  it('say that Borda breaks a tie that the vote and Kemeny leave', () => {
    const papers = [...times(1, [['b'], ['c'], ['a']]), ...times(1, [['a'], ['b', 'c']])]
    expect(checksOf(papers, ['a', 'b', 'c'])).toEqual({ borda: ['b'], kemeny: ['a', 'b'], differ: true })
  })
  it('say that Kemeny alone leaves equal whom the vote and Borda elect', () => {
    // Four to two put b above a, three to two c above b, four to three a above c: nobody beats both others.
    const papers: RankingBallot[] = [
      ...times(2, [['b'], ['a'], ['c']]),
      ...times(2, [['c'], ['b'], ['a']]),
      ...[
        [['a'], ['b', 'c']],
        [['b', 'c'], ['a']],
        [['a'], ['c'], ['b']],
      ],
    ]
    expect(decideRanking(pairwiseOf(papers, ['a', 'b', 'c']))).toMatchObject({
      winner: 'b',
      method: 'schulze',
    })
    expect(checksOf(papers, ['a', 'b', 'c'])).toEqual({ borda: ['b'], kemeny: ['b', 'c'], differ: true })
  })
  it('agree with a tie that all methods leave', () => {
    const papers = [
      [['a'], ['b']],
      [['b'], ['a']],
    ]
    expect(checksOf(papers, ['a', 'b'])).toEqual({ borda: ['a', 'b'], kemeny: ['a', 'b'], differ: false })
  })
  it('have nothing to say of nobody', () => {
    expect(checksOf([], [])).toEqual({ borda: [], kemeny: null, differ: false })
  })
  it('leave Kemeny out beyond eight finalists', () => {
    const many = Array.from({ length: MOST_FINALISTS + 1 }, (_, at) => `n${at}`)
    const first: RankingBallot = many.map((one) => [one])
    expect(checksOf([first], many)).toEqual({ borda: ['n0'], kemeny: null, differ: false })
    expect(kemenyOrders(pairwiseOf([first.slice(1)], many.slice(1)), 1)?.orders).toEqual([many.slice(1)])
  })
  it('count half a point for an equal, and an unranked finalist as equal at the bottom', () => {
    const papers: RankingBallot[] = [[['a'], ['b', 'c']], [['b']]]
    const pairwise = pairwiseOf(papers, ['a', 'b', 'c'])
    expect(Object.fromEntries(bordaHalfPoints(pairwise, 2))).toEqual({ a: 5, b: 5, c: 2 })
  })
  it('report every order of least disagreement', () => {
    const cycle = [
      [['a'], ['b'], ['c']],
      [['b'], ['c'], ['a']],
      [['c'], ['a'], ['b']],
    ]
    expect(kemenyOrders(pairwiseOf(cycle, ['a', 'b', 'c']), 3)).toEqual({
      halfDistance: 8,
      orders: [
        ['a', 'b', 'c'],
        ['b', 'c', 'a'],
        ['c', 'a', 'b'],
      ],
    })
  })
})

describe('majority judgment', () => {
  it('takes lower medians away one at a time', () => {
    expect(majorityValue([4, 2, 0, 4, 3])).toEqual([3, 2, 4, 0, 4])
    expect(majorityValue([1, 2])).toEqual([1, 2])
    expect(majorityValue([])).toEqual([])
  })
  it('ranks by the first grade that differs, and leaves equal profiles tied', () => {
    const judged = majorityJudgment(
      new Map([
        ['x', [3, 3, 3]],
        ['y', [0, 3, 5]],
        ['z', [5, 0, 3]],
        ['w', [4, 4, 0]],
      ]),
    )
    expect(judged.map(({ candidate, grade, rank }) => [candidate, grade, rank])).toEqual([
      ['x', 3, 2],
      ['y', 3, 3],
      ['z', 3, 3],
      ['w', 4, 1],
    ])
  })
  it('puts whom nobody graded last, without a grade', () => {
    const judged = majorityJudgment(
      new Map([
        ['a', []],
        ['b', [0]],
        ['c', [0, 0]],
      ]),
    )
    expect(judged.map(({ candidate, grade, rank }) => [candidate, grade, rank])).toEqual([
      ['a', null, 3],
      ['b', 0, 2],
      ['c', 0, 1],
    ])
  })
})
