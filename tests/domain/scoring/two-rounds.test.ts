import { describe, expect, it } from 'vitest'
import { advancing, finalScore, FRESH_START } from '#app/domain/scoring/two-rounds.ts'
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
})
