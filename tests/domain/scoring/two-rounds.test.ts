import { describe, expect, it } from 'vitest'
import { advancing, finalScore, FRESH_START } from '#app/domain/scoring/two-rounds.ts'
import { number } from './build.ts'

const round = (...scores: readonly (readonly [string, string])[]) =>
  scores.map(([id, score]) => ({ id, score: number(score) }))

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
