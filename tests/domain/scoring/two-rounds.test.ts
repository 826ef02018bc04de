import { describe, expect, it } from 'vitest'
import {
  advancing,
  carriedShare,
  finalScore,
  FRESH_START,
  roundPercents,
} from '#app/domain/scoring/two-rounds.ts'
import { shortlist, type FirstRoundResult } from '#app/domain/scoring/shortlist.ts'
import { number } from './build.ts'

const round = (...scores: readonly (readonly [string, string])[]) =>
  scores.map(([id, score]) => ({ id, score: number(score) }))

/** One category as ranked: id, score and state; each with three sheets of three. */
const result = (category: string, ...lines: readonly (readonly [string, string | null, string?])[]) => {
  const counts = { sheets: 3, eligible: 3, quorum: 3 }
  return {
    category,
    scores: { rule: 'mean', scores: lines.map(([nominationId]) => ({ nominationId, ...counts })) },
    ranking: lines.map(([nominationId, score, state = 'ranked']) => ({
      ...{ nominationId, state, display: score ?? '', score: score === null ? null : number(score) },
    })),
  } as unknown as FirstRoundResult
}

describe('the shortlist', () => {
  it('holds the first of each category and all tied at the cut, on the place of their score alone', () => {
    const listed = shortlist(
      [result('a', ['p', '9'], ['q', '7'], ['r', '14/2'], ['s', '1']), result('b', ['t', '2'])],
      2,
    )
    expect(
      listed.ok && listed.value.map(({ nominationId, category, place }) => [nominationId, category, place]),
    ).toEqual([
      ['p', 'a', 1],
      ['q', 'a', 2],
      ['r', 'a', 2],
      ['t', 'b', 1],
    ])
    expect(listed.ok && listed.value[0]).toMatchObject({ sheets: 3, eligible: 3, quorum: 3, rule: 'mean' })
  })
  it('leaves out whoever has no score or lies under a threshold, also where places are left', () => {
    const listed = shortlist(
      [result('a', ['p', '9', 'below_threshold'], ['q', null, 'below_quorum'], ['r', '1'])],
      5,
    )
    expect(listed.ok && listed.value.map(({ nominationId, place }) => [nominationId, place])).toEqual([
      ['r', 1],
    ])
  })
  it('shows of each file its own sheets, and leaves out whoever has none in the scores', () => {
    const given = result('a', ['p', '9'], ['q', '7'], ['r', '5'])
    const scores = given.scores.scores.slice(0, 2).map((one, at) => ({ ...one, sheets: 3 + at }))
    const listed = shortlist([{ ...given, scores: { ...given.scores, scores } }], 3)
    expect(listed.ok && listed.value.map(({ nominationId, sheets }) => [nominationId, sheets])).toEqual([
      ['p', 3],
      ['q', 4],
    ])
  })
  it('is refused where nobody advances', () => {
    expect(shortlist([result('a', ['q', null, 'below_quorum'])], 2)).toMatchObject({
      ...{ reason: 'nobody-advances', facts: { places: 2 } },
    })
    expect(shortlist([], 2)).toMatchObject({ reason: 'nobody-advances' })
  })
})

describe('two rounds', () => {
  it('advance everybody who is tied at the cut, in the order given', () => {
    const first = round(['d', '5'], ['a', '9'], ['b', '7'], ['c', '14/2'], ['e', '1'])
    expect(advancing(first, 2)).toEqual(['a', 'b', 'c'])
    expect(advancing(first, 3)).toEqual(['a', 'b', 'c'])
    expect(advancing(first, 4)).toEqual(['d', 'a', 'b', 'c'])
    expect(advancing(first, 0)).toEqual([])
    expect(advancing([], 3)).toEqual([])
  })
  it('start afresh by default', () => {
    expect(finalScore(FRESH_START, number('9'), number('4'))).toEqual({ ok: true, value: number('4') })
  })
  it('carry the first round over at the weights of the rules', () => {
    const weights = { first: number('40'), second: number('60') }
    expect(finalScore(weights, number('41/5'), number('7'))).toEqual({ ok: true, value: number('187/25') })
  })
  it('refuse weights that are nothing together', () => {
    const nothing = { first: number('0'), second: number('0') }
    expect(finalScore(nothing, number('1'), number('1'))).toMatchObject({ reason: 'division-by-zero' })
  })
  it('say in the rules what the first one weighs, exactly, and nothing where the second starts afresh', () => {
    const rules = (firstRoundPercent?: string) => ({
      scoring: {
        secondRound: { places: 3, ...(firstRoundPercent === undefined ? {} : { firstRoundPercent }) },
      },
    })
    expect(carriedShare(rules('30'))).toEqual({ ok: true, value: number('3/10') })
    expect(carriedShare(rules('100/3'))).toEqual({ ok: true, value: number('1/3') })
    expect(carriedShare(rules('99.999'))).toEqual({ ok: true, value: number('99999/100000') })
    for (const afresh of [rules(), rules('0'), { scoring: {} }]) {
      expect(carriedShare(afresh)).toEqual({ ok: true, value: null })
      expect(roundPercents(afresh)).toBeNull()
    }
    expect(carriedShare(rules('100'))).toMatchObject({
      reason: 'carry-out-of-range',
      facts: { percent: '100' },
    })
    expect(carriedShare(rules('-1'))).toMatchObject({ reason: 'carry-out-of-range' })
    expect(carriedShare(rules('a third'))).toMatchObject({ reason: 'number-malformed' })
    expect(roundPercents(rules('30'))).toEqual({ first: '30', second: '70' })
    expect(roundPercents(rules('12.50'))).toEqual({ first: '12.50', second: '87.50' })
    expect(roundPercents(rules('100/3'))).toEqual({ first: '100/3', second: '200/3' })
    expect(roundPercents(rules('100'))).toBeNull()
  })
})
