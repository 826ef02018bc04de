import { describe, expect, it } from 'vitest'
import { castBallot, closeVote, isSecrecyThin, isUnanimous } from '#app/domain/deliberation/ballot.ts'
import type { Choice, Vote } from '#app/domain/deliberation/ballot.ts'
import { checkBallot, countAhead, pairwiseOf, without } from '#app/domain/deliberation/pairwise.ts'
import { bordaHalfPoints } from '#app/domain/deliberation/ranking-checks.ts'
import {
  condorcetWinner,
  decideRanking,
  decideRunoff,
  schulzeWinners,
  widestPaths,
} from '#app/domain/deliberation/ranking-vote.ts'
import { recordOfPairwise, voteBacks, votedResult } from '#app/domain/results/vote-record.ts'
import { number } from '../scoring/build.ts'
import { vectorsOf } from '../vectors.ts'

type Counted = { candidates: string[]; ballots: { count: number; ranking: string[][] }[] }
type Expected = {
  pairwise: Record<string, string>
  borda: Record<string, string>
  condorcet_winner: string | null
  schulze_winners: string[]
  schulze_path: Record<string, string>
}

describe('a ranking vote', () => {
  it.each(vectorsOf('vote.rankings').map((vector) => [vector.id, vector] as const))(
    'reproduces %s',
    (_, vector) => {
      const { candidates, ballots } = vector.input as Counted
      const expected = vector.expected as Expected
      const papers = ballots.flatMap(({ count, ranking }) => Array.from({ length: count }, () => ranking))
      const pairwise = pairwiseOf(papers, candidates)
      const pairs = Object.keys(expected.pairwise).map(
        (pair) => [pair, ...pair.split('>')] as [string, string, string],
      )
      expect(
        Object.fromEntries(pairs.map(([pair, a, b]) => [pair, `${countAhead(pairwise, a, b)}`])),
      ).toEqual(expected.pairwise)
      expect(condorcetWinner(pairwise)).toBe(expected.condorcet_winner)
      expect(schulzeWinners(pairwise)).toEqual([...expected.schulze_winners].sort())
      const paths = widestPaths(pairwise)
      expect(Object.fromEntries(pairs.map(([pair, a, b]) => [pair, `${paths.get(a)?.get(b)}`]))).toEqual(
        expected.schulze_path,
      )
      const borda = bordaHalfPoints(pairwise, papers.length)
      for (const [candidate, points] of Object.entries(expected.borda)) {
        expect(number(`${borda.get(candidate)}/2`)).toEqual(number(points))
      }
      const result = votedResult(recordOfPairwise(pairwise, papers.length))
      expect(result).toEqual(decideRanking(pairwise))
      expect(result.kind).toBe(expected.schulze_winners.length === 1 ? 'winner' : 'tie')
    },
  )

  it('gives the second place from the same papers', () => {
    const pairwise = pairwiseOf(
      [
        [['a'], ['b'], ['c']],
        [['a'], ['b'], ['c']],
        [['c'], ['b'], ['a']],
      ],
      ['a', 'b', 'c'],
    )
    expect(decideRanking(pairwise)).toMatchObject({ winner: 'a', method: 'condorcet' })
    expect(decideRanking(without(pairwise, ['a']))).toMatchObject({ winner: 'b' })
    expect(decideRanking(without(pairwise, ['a', 'b', 'c']))).toEqual({ kind: 'empty' })
  })
  it('breaks a tie by one ballot between two, then by the casting vote if the rules give it', () => {
    expect(decideRunoff({ first: 3, second: 4 }, { allowed: true, choice: 'first' })).toEqual({
      winner: 'second',
      castingVoteUsed: false,
    })
    expect(decideRunoff({ first: 4, second: 4 }, { allowed: true, choice: 'first' })).toEqual({
      winner: 'first',
      castingVoteUsed: true,
    })
    expect(decideRunoff({ first: 4, second: 4 }, { allowed: false, choice: 'first' })).toEqual({
      winner: null,
      castingVoteUsed: false,
    })
    const tied = recordOfPairwise(
      pairwiseOf(
        [
          [['a'], ['b']],
          [['b'], ['a']],
        ],
        ['a', 'b'],
      ),
      2,
    )
    expect([
      voteBacks({ award: null, ranking: tied }, ['b', 'a']),
      voteBacks({ award: null, ranking: tied }, ['a']),
    ]).toEqual([true, false])
    const broken = { ...tied, runoff: { between: ['a', 'b'], first: 1, second: 2, casting: null } } as const
    expect(votedResult(broken)).toEqual({ kind: 'winner', winner: 'b', method: 'runoff' })
    expect(votedResult({ ...broken, runoff: { ...broken.runoff, between: ['a', 'z'] } }).kind).toBe('tie')
  })
  it('refuses a finalist unknown or named twice', () => {
    expect(checkBallot([['a'], ['z']], ['a', 'b'])).toMatchObject({
      reason: 'candidate-unknown',
      facts: { candidates: ['z'] },
    })
    expect(checkBallot([['a'], ['a']], ['a', 'b'])).toMatchObject({ reason: 'candidate-twice' })
    expect(checkBallot([[], ['b']], ['a', 'b'])).toEqual({ ok: true, value: [['b']] })
  })
})

describe('a ballot box', () => {
  const vote: Vote = {
    id: 'v',
    campaignId: 'c1',
    sessionId: 's',
    itemId: 'i',
    slot: 'excellence',
    kind: 'award',
    secret: true,
    state: 'open',
    candidates: ['a', 'b'],
  }
  const presence = { seatIds: ['s1', 's2', 's3'], recusedSeatIds: ['s3'], presentSeatIds: ['s1', 's3'] }
  const award: Choice = { kind: 'award', choice: 'award' }
  it.each([
    ['vote-closed', { ...vote, state: 'closed' }, 's1', award],
    ['recused', vote, 's3', award],
    ['not-present', vote, 's2', award],
    ['wrong-ballot', vote, 's1', { kind: 'runoff', candidate: 'a' }],
    ['candidate-unknown', { ...vote, kind: 'runoff' }, 's1', { kind: 'runoff', candidate: 'z' }],
    ['candidate-twice', { ...vote, kind: 'ranking' }, 's1', { kind: 'ranking', ranking: [['a'], ['a']] }],
  ] as const)('refuses a paper: %s', (reason, given, seat, choice) => {
    expect(castBallot(given, presence, seat, choice)).toMatchObject({ ok: false, reason })
  })
  it('logs that a paper was cast, never its content, and no seat when secret', () => {
    const cast = castBallot(vote, presence, 's1', award)
    expect(cast.ok && cast.value.entry.facts).toEqual({
      sessionId: 's',
      itemId: 'i',
      slot: 'excellence',
      kind: 'award',
      secret: true,
    })
    const open = castBallot({ ...vote, secret: false }, presence, 's1', award)
    expect(open.ok && open.value.entry.facts).toMatchObject({ seatId: 's1' })
  })
  const box = [
    { seatId: 's2', choice: { kind: 'award', choice: 'withhold' } },
    { seatId: 's1', choice: award },
  ] as const
  it('shuffles secret papers by the permutation and forgets who cast them', () => {
    const closed = closeVote(vote, box, [1, 0])
    if (!closed.ok) expect.fail(closed.reason)
    expect(closed.value).toMatchObject({
      bySeat: null,
      voters: ['s1', 's2'],
      papers: [award, { choice: 'withhold' }],
      vote: { state: 'closed' },
    })
    expect(JSON.stringify([closed.value.papers, closed.value.entry])).not.toMatch(/s1|s2/)
  })
  it('keeps the seats of an open vote', () => {
    const closed = closeVote({ ...vote, secret: false }, box, [])
    expect(closed.ok && closed.value.bySeat).toEqual(box)
  })
  it('refuses what is no permutation, a second close and two papers of one seat', () => {
    for (const permutation of [[0], [0, 0], [0, 2], [0, 1, 2], [0.5, 1]])
      expect(closeVote(vote, box, permutation)).toMatchObject({ reason: 'permutation-invalid' })
    expect(closeVote({ ...vote, state: 'closed' }, box, [0, 1])).toMatchObject({ reason: 'vote-closed' })
    expect(closeVote(vote, [box[0], box[0]], [0, 1])).toMatchObject({ reason: 'ballot-twice' })
  })
  it('warns where secrecy cannot hold', () => {
    expect([
      isSecrecyThin(3),
      isSecrecyThin(4),
      isUnanimous([award, award]),
      isUnanimous([award, box[0].choice]),
    ]).toEqual([true, false, true, false])
  })
})
