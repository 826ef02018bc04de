import { describe, expect, it } from 'vitest'
import { awardTally, countAwardMotion } from '#app/domain/deliberation/award-motion.ts'
import { castBallot, closeVote, isUnanimous, mayCast, mayReadBack } from '#app/domain/deliberation/ballot.ts'
import type { BoxedBallot, Choice, Vote } from '#app/domain/deliberation/ballot.ts'
import { composeMinutes, minutesBlockers } from '#app/domain/deliberation/minutes.ts'
import type { MinutesInput } from '#app/domain/deliberation/minutes.ts'
import { carries, countMotion, motionOutcome } from '#app/domain/deliberation/motion.ts'
import { checkBallot, countAhead, pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { decideRanking, decideRunoff } from '#app/domain/deliberation/ranking-vote.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aRule, number, submitted } from '../scoring/build.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'

const vote: Vote = {
  ...{
    id: 'v1',
    campaignId: 'c1',
    sessionId: 'm1',
    itemId: 'i1',
    slot: 'jury',
    kind: 'ranking',
    secret: false,
  },
  ...{ state: 'open', candidates: ['a', 'b', 'c'] },
}
const presence = { seatIds: ['s1', 's2'], recusedSeatIds: [], presentSeatIds: ['s1', 's2'] }
const written = (act: string, secret: boolean, facts: object, kind: Vote['kind'] = 'ranking') => ({
  ...{ act, subject: { type: 'vote', id: 'v1' }, campaignId: 'c1' },
  facts: { sessionId: 'm1', itemId: 'i1', slot: 'jury', kind, secret, ...facts },
})

describe('a paper', () => {
  it('is kept as it counts, and the trail names the seat of an open vote only', () => {
    const ranking: Choice = { kind: 'ranking', ranking: [['b'], [], ['a']] }
    expect(castBallot(vote, presence, 's1', ranking)).toEqual({
      ok: true,
      value: {
        choice: { kind: 'ranking', ranking: [['b'], ['a']] },
        entry: written('ballotCast', false, { seatId: 's1' }),
      },
    })
    expect(castBallot({ ...vote, secret: true }, presence, 's1', ranking)).toMatchObject({
      value: { entry: written('ballotCast', true, {}) },
    })
  })
  it('is taken while the vote is open, of whoever is in the room and has not voted', () => {
    const now = { open: true, present: true, voted: false }
    expect(mayCast(now)).toEqual({ ok: true, value: true })
    expect(mayCast({ ...now, open: false })).toMatchObject({ ok: false, reason: 'vote-closed' })
    expect(mayCast({ ...now, present: false })).toMatchObject({ ok: false, reason: 'not-present' })
    expect(mayCast({ ...now, voted: true })).toMatchObject({ ok: false, reason: 'already-voted' })
  })

  it('is read back only when it names whoever stands, each once', () => {
    const page = { open: true, present: true, voted: false, candidates: [{ id: 'a' }, { id: 'b' }] }
    const runoff = (candidate: string | null) => mayReadBack(page, { kind: 'runoff', candidate })
    expect([runoff('a').ok, runoff(null).ok]).toEqual([true, true])
    expect(runoff('elsewhere')).toMatchObject({ ok: false, reason: 'candidate-unknown' })
    expect(mayReadBack(page, { kind: 'ranking', ranking: [['a'], ['a']] })).toMatchObject({
      reason: 'candidate-twice',
    })
    expect(mayReadBack(page, { kind: 'award', choice: 'award' }).ok).toBe(true)
    expect(mayReadBack({ ...page, open: false }, { kind: 'runoff', candidate: 'a' })).toMatchObject({
      reason: 'vote-closed',
    })
  })
  it.each([null, 'a'])('of a runoff may name %s', (candidate) => {
    const runoff: Choice = { kind: 'runoff', candidate }
    expect(castBallot({ ...vote, kind: 'runoff' }, presence, 's1', runoff)).toEqual({
      ok: true,
      value: { choice: runoff, entry: written('ballotCast', false, { seatId: 's1' }, 'runoff') },
    })
  })
  it.each(['uphold', 'lift', 'blank'] as const)('on a flag may say %s', (choice) => {
    const paper: Choice = { kind: 'flag', choice }
    expect(castBallot({ ...vote, kind: 'flag' }, presence, 's1', paper)).toEqual({
      ok: true,
      value: { choice: paper, entry: written('ballotCast', false, { seatId: 's1' }, 'flag') },
    })
  })
  it('is refused for another question, another finalist, a finalist twice, each with its facts', () => {
    const award: Choice = { kind: 'award', choice: 'award' }
    expect(castBallot(vote, presence, 's1', award)).toMatchObject({ facts: { expected: 'ranking' } })
    const stranger: Choice = { kind: 'runoff', candidate: 'z' }
    expect(castBallot({ ...vote, kind: 'runoff' }, presence, 's1', stranger)).toMatchObject({
      ...{ reason: 'candidate-unknown', facts: { candidates: ['z'] } },
    })
    expect(checkBallot([['a'], ['b', 'a']], ['a', 'b'])).toMatchObject({
      ...{ reason: 'candidate-twice', facts: { candidates: ['a'] } },
    })
  })
})

describe('a closed vote', () => {
  const box: readonly BoxedBallot[] = [
    { seatId: 's2', choice: { kind: 'ranking', ranking: [['a']] } },
    { seatId: 's1', choice: { kind: 'ranking', ranking: [['b']] } },
    { seatId: 's3', choice: { kind: 'ranking', ranking: [['c']] } },
  ]
  const papers = box.map(({ choice }) => choice)
  it('keeps open papers with their seats', () => {
    expect(closeVote(vote, box, [])).toEqual({
      ok: true,
      value: {
        ...{ vote: { ...vote, state: 'closed' }, bySeat: box, papers, voters: ['s1', 's2', 's3'] },
        entry: written('voteClosed', false, { papers: 3 }),
      },
    })
    // Nothing of an open vote is shuffled, whatever order is drawn.
    expect(closeVote(vote, box, [9])).toEqual(closeVote(vote, box, []))
  })
  it('shuffles secret ones by the permutation and forgets their seats', () => {
    expect(closeVote({ ...vote, secret: true }, box, [2, 0, 1])).toMatchObject({
      value: { bySeat: null, papers: [papers[2], papers[0], papers[1]], voters: ['s1', 's2', 's3'] },
    })
  })
  it.each([[[0, 1]], [[0, 1, 1]], [[0, 1, 3]], [[0, 1, -1]], [[0, 1, 1.5]], [[0, 1, 2, 3]], [[0, 1, 2, 2]]])(
    'refuses %j as a permutation',
    (permutation) => {
      expect(closeVote({ ...vote, secret: true }, box, permutation)).toMatchObject({
        ...{ reason: 'permutation-invalid', facts: { papers: 3 } },
      })
    },
  )
  it('is unanimous only with papers that all say the same', () => {
    const [one, other] = papers
    if (!one || !other) expect.fail('two papers')
    expect([isUnanimous([]), isUnanimous([one, one]), isUnanimous([one, other])]).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('a motion', () => {
  const quorum = { eligible: 8, needed: 6, present: 8, quorate: true }
  const rules = { quorum: number('2/3'), majority: 'simple', castingVote: true } as const
  const tied = { yes: 4, no: 4, abstain: 0 }
  it('has an absolute majority only beyond the half, two thirds also exactly', () => {
    expect(carries('absolute', tied, 8)).toBe(false)
    expect(carries('absolute', { ...tied, yes: 5 }, 8)).toBe(true)
    expect(carries('two_thirds', { yes: 2, no: 2, abstain: 0 }, 8)).toBe(false)
    expect(carries('two_thirds', { yes: 1, no: 0, abstain: 7 }, 8)).toBe(true)
  })
  it('is tied without a casting vote, and follows it with one', () => {
    expect(motionOutcome(rules, quorum, tied, null)).toEqual({ outcome: 'tied', castingVoteUsed: false })
    expect(motionOutcome({ ...rules, castingVote: false }, quorum, tied, 'yes')).toEqual({
      ...{ outcome: 'tied', castingVoteUsed: false },
    })
    expect(motionOutcome(rules, quorum, tied, 'no')).toEqual({ outcome: 'rejected', castingVoteUsed: true })
    expect(motionOutcome({ ...rules, majority: 'two_thirds' }, quorum, tied, 'yes').outcome).toBe('adopted')
  })
  it('takes the casting vote from the recorded vote of a president who is there', () => {
    const room = { seatIds: ['c', 'a', 'b'], recusedSeatIds: [] as string[], presentSeatIds: ['c', 'a', 'b'] }
    const votes = (chair: 'yes' | 'no' | 'abstain') =>
      new Map([
        ['c', chair],
        ['a', chair === 'yes' ? ('no' as const) : ('yes' as const)],
      ])
    expect(countMotion(rules, room, votes('yes'), 'c')).toMatchObject({ outcome: 'adopted', abstain: 1 })
    expect(countMotion(rules, room, votes('no'), 'c')).toMatchObject({
      outcome: 'rejected',
      castingVoteUsed: true,
    })
    expect(countMotion(rules, room, votes('yes'), null)).toMatchObject({
      outcome: 'tied',
      castingVoteUsed: false,
    })
    const even = new Map([
      ['a', 'yes' as const],
      ['b', 'no' as const],
      ['c', 'yes' as const],
    ])
    const gone = { ...room, presentSeatIds: ['a', 'b'] }
    expect(countMotion(rules, gone, even, 'c')).toMatchObject({ outcome: 'tied', castingVoteUsed: false })
    const abstains = new Map([...even, ['c', 'abstain' as const]])
    expect(countMotion(rules, room, abstains, 'c')).toMatchObject({ outcome: 'tied', castingVoteUsed: false })
  })
  it('to award or withhold counts each choice, and a blank paper is no casting vote', () => {
    expect(awardTally(['award', 'award', 'withhold', 'blank', 'blank', 'blank'])).toEqual({
      ...{ award: 2, withhold: 1, blank: 3 },
    })
    const equal = ['award', 'withhold'] as const
    const counted = (own: 'award' | 'withhold' | 'blank' | null) =>
      countAwardMotion(rules, quorum, equal, own)
    expect(counted('award')).toMatchObject({ outcome: 'award', castingVoteUsed: true })
    expect(counted('withhold')).toMatchObject({ outcome: 'not_adopted', castingVoteUsed: true })
    expect(counted('blank')).toMatchObject({ outcome: 'not_adopted', castingVoteUsed: false })
  })
  it('has a quorum of those present who may vote, never of nobody', () => {
    const room = { seatIds: ['a', 'b', 'c'], recusedSeatIds: [], presentSeatIds: ['a'] }
    expect(itemQuorum(room, number('2/3')).quorate).toBe(false)
    expect(itemQuorum({ ...room, recusedSeatIds: ['a', 'b', 'c'] }, number('2/3'))).toEqual({
      ...{ eligible: 0, needed: 0, present: 0, quorate: false },
    })
  })
})

describe('a ranking', () => {
  it('says by which method it was decided', () => {
    const cycle = [
      ...Array<string[][]>(4).fill([['a'], ['b'], ['c']]),
      ...Array<string[][]>(3).fill([['b'], ['c'], ['a']]),
      ...Array<string[][]>(2).fill([['c'], ['a'], ['b']]),
    ]
    const pairwise = pairwiseOf(cycle, ['c', 'b', 'a'])
    expect(pairwise.candidates).toEqual(['a', 'b', 'c'])
    expect([...(pairwise.ahead.get('a')?.keys() ?? [])]).toEqual(['b', 'c'])
    expect([
      countAhead(pairwise, 'a', 'a'),
      countAhead(pairwise, 'a', 'x'),
      countAhead(pairwise, 'x', 'a'),
    ]).toEqual([0, 0, 0])
    expect(decideRanking(pairwise)).toEqual({ kind: 'winner', winner: 'a', method: 'schulze' })
  })
  it('goes to whoever has more in a runoff', () => {
    const casting = { allowed: true, choice: 'second' as const }
    expect(decideRunoff({ first: 5, second: 4 }, casting)).toEqual({
      winner: 'first',
      castingVoteUsed: false,
    })
  })
})

describe('the minutes of a point', () => {
  const stay = (seatId: string, arrivedAt: number, leftAt: number | null) => ({
    ...{
      seatId,
      personId: seatId,
      arrivedAt: instant(arrivedAt),
      leftAt: leftAt === null ? null : instant(leftAt),
    },
  })
  const item = {
    id: 'i1',
    category: 'web',
    nominationIds: ['n1'],
    openedAt: instant(50),
    closedAt: instant(90),
  }
  const rule = aRule({ minimumSheets: 1 })
  const scores = aggregateCategory(rule, [
    { nominationId: 'n1', cells: [submitted('a', { impact: 3, access: 3, reuse: 3 })] },
    { nominationId: 'n2', cells: [] },
  ])
  const place = (nominationId: string) => ({
    ...{ nominationId, state: 'ranked' as const, rank: 1, score: null, display: '', decidedBy: null },
    ...{ tiedWith: [], headToHead: null },
  })
  const decision = (category: string, slot: string) => ({
    ...{ id: slot, campaignId: 'c1', sessionId: 'm1', category, slot, outcome: 'awarded' as const },
    ...{ winners: ['n1'], reason: null, vote: null, decidedAt: instant(80) },
  })
  const input: MinutesInput = {
    session: {
      ...{ id: 'm1', campaignId: 'c1', state: 'closed', convenedFor: instant(1), presidingSeatId: 'a' },
      ...{ presidingPersonId: 'a', secretaryPersonId: 'z', items: [item] },
      attendance: [
        stay('a', 50, null),
        stay('b', 1, 50),
        stay('c', 51, null),
        stay('d', 1, 51),
        stay('e', 1, 40),
      ],
    },
    ...{ regulationHash: 'r', commitmentRoot: 'root', commitmentSize: 1, seatIds: ['a', 'b', 'c', 'd', 'e'] },
    quorum: number('2/5'),
    recusals: [
      { seatId: 'e', nominationId: 'n1', ground: 'family' },
      { seatId: 'c', nominationId: 'n9', ground: 'former-post' },
    ],
    recusedAtOpening: new Map(),
    rankings: new Map([['web', [place('n1'), place('n2')]]]),
    scores: new Map([['web', scores]]),
    decisions: [decision('web', 'first'), decision('mobile', 'first')],
    ...{ dissents: [], softwareVersion: '0' },
  }
  const [point] = composeMinutes(input).items
  it('count who was there at the instant it was opened', () => {
    expect(point?.quorum).toEqual({ eligible: 4, needed: 2, present: 2, quorate: true })
  })
  it('show its own finalists with their sheets, its own recusals and decisions', () => {
    expect(point?.finalists).toMatchObject([{ nominationId: 'n1', sheets: 1 }])
    expect(point?.recusals).toEqual([{ seatId: 'e', nominationId: 'n1', ground: 'family' }])
    expect(point?.decisions.map(({ category }) => category)).toEqual(['web'])
    const bare = composeMinutes({ ...input, scores: new Map() }).items[0]
    expect(bare?.finalists).toMatchObject([{ sheets: 0 }])
    expect(composeMinutes({ ...input, rankings: new Map() }).items[0]?.finalists).toEqual([])
  })
  it('count nobody at a point that was never opened', () => {
    const never = { ...input, session: { ...input.session, items: [{ ...item, openedAt: null }] } }
    expect(composeMinutes(never).items[0]?.quorum.present).toBe(0)
    const missing = minutesBlockers({ ...never, quorum: number('1') }, new Map(), never.rankings)
    expect(missing.map(({ code }) => code)).not.toContain('quorum-missing')
  })
  it('name what is missing, with its facts', () => {
    const open = {
      ...input,
      quorum: number('1'),
      session: { ...input.session, items: [{ ...item, closedAt: null }] },
    }
    const slots = new Map([['web', ['first', 'second']]])
    expect(minutesBlockers(open, slots, new Map())).toEqual([
      { code: 'item-open', facts: { category: 'web' } },
      { code: 'quorum-missing', facts: { category: 'web', needed: 4, present: 2 } },
      { code: 'slot-undecided', facts: { category: 'web', slots: ['second'] } },
      { code: 'ranking-differs', facts: { category: 'web' } },
    ])
    expect(minutesBlockers({ ...input, rankings: new Map() }, new Map(), new Map())).toEqual([])
  })
})
