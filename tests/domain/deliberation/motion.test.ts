import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAwardMotion } from '#app/domain/deliberation/award-motion.ts'
import type { AwardChoice } from '#app/domain/deliberation/award-motion.ts'
import { carries, countMotion, motionOutcome } from '#app/domain/deliberation/motion.ts'
import type { Majority, MotionVote } from '#app/domain/deliberation/motion.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { number } from '../scoring/build.ts'
import { vectorsOf } from '../vectors.ts'

type MotionInput = {
  jury_size: number
  present: string[]
  quorum_fraction: string
  votes: Record<string, MotionVote | 'recused'>
  majority: Majority
  president: string
  casting_vote: boolean
}

describe('a motion', () => {
  it.each(vectorsOf('vote.motion').map((vector) => [vector.id, vector] as const))(
    'reproduces %s',
    (_, vector) => {
      const input = vector.input as MotionInput
      const seatIds = Array.from({ length: input.jury_size }, (_seat, at) => `J${at + 1}`)
      const recusedSeatIds = seatIds.filter((seat) => input.votes[seat] === 'recused')
      const votes = new Map(
        Object.entries(input.votes).filter((vote): vote is [string, MotionVote] => vote[1] !== 'recused'),
      )
      const rules = {
        quorum: number(input.quorum_fraction),
        majority: input.majority,
        castingVote: input.casting_vote,
      }
      const counted = countMotion(
        rules,
        { seatIds, recusedSeatIds, presentSeatIds: input.present },
        votes,
        input.president,
      )
      expect({
        eligible: counted.eligible,
        quorum_needed: counted.needed,
        present_eligible: counted.present,
        quorate: counted.quorate,
        yes: counted.yes,
        no: counted.no,
        abstain_or_silent: counted.abstain,
        casting_vote_used: counted.castingVoteUsed,
        outcome: counted.outcome,
      }).toEqual(vector.expected)
    },
  )

  const quorum = { eligible: 9, needed: 6, present: 8, quorate: true }
  const rules = { quorum: number('2/3'), majority: 'simple', castingVote: true } as const
  const papers = (award: number, withhold: number, blank: number): AwardChoice[] => [
    ...Array<AwardChoice>(award).fill('award'),
    ...Array<AwardChoice>(withhold).fill('withhold'),
    ...Array<AwardChoice>(blank).fill('blank'),
  ]
  it.each([
    ['award', papers(4, 3, 1), null],
    ['not_adopted', papers(3, 4, 1), null],
    ['withhold', papers(3, 5, 0), null],
    ['not_adopted', papers(4, 4, 0), null],
    ['award', papers(4, 4, 0), 'award'],
    ['not_adopted', papers(4, 4, 0), 'withhold'],
    ['not_adopted', papers(4, 4, 0), 'blank'],
    ['not_adopted', papers(0, 0, 8), null],
  ] as const)('ends in %s', (outcome, ballots, presiding) => {
    expect(countAwardMotion(rules, quorum, ballots, presiding).outcome).toBe(outcome)
  })
  it('decides nothing without a quorum', () => {
    expect(
      countAwardMotion(rules, { ...quorum, present: 5, quorate: false }, papers(5, 0, 0), null).outcome,
    ).toBe('not_quorate')
  })
  it('needs two thirds of the votes cast, equality included', () => {
    expect([
      carries('two_thirds', { yes: 4, no: 2, abstain: 3 }, 9),
      carries('two_thirds', { yes: 3, no: 2, abstain: 0 }, 9),
    ]).toEqual([true, false])
    expect(carries('two_thirds', { yes: 0, no: 0, abstain: 9 }, 9)).toBe(false)
  })
  describe.each(['simple', 'absolute', 'two_thirds'] as const)('of a %s majority', (majority) => {
    const asked = { ...rules, majority }
    const even = { yes: 3, no: 3, abstain: 2 }
    it.each([
      ['the president said yes', asked, 'yes', 'adopted', true],
      ['the president said no', asked, 'no', 'rejected', true],
      ['the president has no recorded vote', asked, null, 'tied', false],
      ['the rules give no casting vote', { ...asked, castingVote: false }, 'yes', 'tied', false],
    ] as const)('at equality, when %s', (_, given, vote, outcome, castingVoteUsed) => {
      expect(motionOutcome(given, quorum, even, vote)).toEqual({ outcome, castingVoteUsed })
    })
    it('lets the president decide nothing one vote away from equality', () => {
      const short = majority === 'simple' ? { yes: 3, no: 4, abstain: 1 } : { yes: 4, no: 3, abstain: 1 }
      expect(motionOutcome(asked, quorum, short, 'yes')).toEqual({
        outcome: 'rejected',
        castingVoteUsed: false,
      })
    })
    it('lets the president decide nothing without a quorum', () => {
      expect(motionOutcome(asked, { ...quorum, present: 5, quorate: false }, even, 'yes')).toEqual({
        outcome: 'not_quorate',
        castingVoteUsed: false,
      })
    })
  })
  it('breaks a tie of ballot A by absolute majority too, but withholds by the votes cast alone', () => {
    const absolute = { ...rules, majority: 'absolute' } as const
    expect(countAwardMotion(absolute, quorum, papers(4, 4, 0), 'award')).toMatchObject({
      outcome: 'award',
      castingVoteUsed: true,
    })
    expect(countAwardMotion(absolute, quorum, papers(4, 4, 0), 'withhold')).toMatchObject({
      outcome: 'not_adopted',
      castingVoteUsed: true,
    })
  })
  it('never lowers its quorum by an absence and never raises it by a recusal', () => {
    const seats = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    fc.assert(
      fc.property(fc.subarray(seats), fc.subarray(seats), (recusedSeatIds, presentSeatIds) => {
        const presence = { seatIds: seats, recusedSeatIds, presentSeatIds }
        const counted = itemQuorum(presence, number('2/3'))
        expect(counted.needed).toBe(itemQuorum({ ...presence, presentSeatIds: seats }, number('2/3')).needed)
        expect(counted.needed).toBeLessThanOrEqual(
          itemQuorum({ ...presence, recusedSeatIds: [] }, number('2/3')).needed,
        )
        expect(counted.needed).toBe(Math.ceil((2 * (7 - recusedSeatIds.length)) / 3))
      }),
    )
  })
})
