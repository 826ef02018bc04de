import { describe, expect, it } from 'vitest'
import { pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { decideAward, departsFromRank } from '#app/domain/results/award-decision.ts'
import type { AwardFacts, AwardRequest } from '#app/domain/results/award-decision.ts'
import { recordOfPairwise } from '#app/domain/results/vote-record.ts'
import { number } from '../scoring/build.ts'
import { anActor } from '../scoring/sheet-build.ts'

const place = (nominationId: string, rank: number | null) =>
  ({
    nominationId,
    rank,
    state: rank === null ? 'below_quorum' : 'ranked',
    score: rank === null ? null : number(`${90 - rank}`),
    display: '',
    decidedBy: null,
    tiedWith: [],
    headToHead: null,
  }) as const
const ranking = [place('a', 1), place('b', 2), place('c', 2), place('d', 4), place('e', null)]
const slot = {
  code: 'excellence',
  type: 'excellence',
  label: { fr: 'Excellence', ar: 'التميز' },
  mayBeShared: true,
  mayBeWithheld: true,
  advisoryThreshold: null,
} as const
const facts: AwardFacts = {
  id: 'd1',
  campaignId: 'c1',
  sessionId: 'm1',
  category: 'web',
  slot,
  itemOpen: true,
  presidingPersonId: 'chair',
  finalists: ['a', 'b', 'c', 'd', 'e'],
  ranking,
  plenary: [],
  ineligible: [],
  awardedBefore: [],
  undecidedBefore: [],
  awardedElsewhere: [],
  decided: false,
  vote: null,
}
const votedFor = (winner: string) => ({
  award: null,
  ranking: recordOfPairwise(pairwiseOf([[[winner]]], ['a', 'b', 'c', 'd']), 1),
})
const withheldBy = (outcome: 'withhold' | 'award') => ({
  ranking: null,
  award: {
    award: 1,
    withhold: 5,
    blank: 0,
    eligible: 6,
    needed: 4,
    present: 6,
    majority: 'simple',
    castingVoteUsed: false,
    outcome,
  } as const,
})
const award = (...winners: string[]): AwardRequest => ({
  outcome: winners.length > 1 ? 'shared' : 'awarded',
  winners,
  reason: null,
})
const withhold: AwardRequest = { outcome: 'withheld', winners: [], reason: 'insufficient_level' }
const decide = (request: AwardRequest, over: Partial<AwardFacts> = {}, who = 'chair') =>
  decideAward({ ...facts, ...over }, anActor(who), request, instant(5))

describe('an award decision', () => {
  it('follows the ranking without a vote', () => {
    expect(decide(award('a'))).toMatchObject({
      ok: true,
      value: {
        decision: { winners: ['a'], outcome: 'awarded', slot: 'excellence' },
        entry: { act: 'awardDecided' },
      },
    })
    expect(decide(award('b', 'c'), { awardedBefore: ['a'], awardedElsewhere: ['a'] }).ok).toBe(true)
  })
  it('departs from the ranking only with a recorded vote that chose the winner', () => {
    expect(decide(award('b'))).toMatchObject({ reason: 'vote-required' })
    expect(decide(award('b'), { vote: votedFor('d') })).toMatchObject({ reason: 'vote-required' })
    expect(decide(award('b'), { vote: votedFor('b') }).ok).toBe(true)
    expect(departsFromRank(ranking, ['a'], ['b'])).toBe(true)
    expect(departsFromRank(ranking, [], ['a', 'b'])).toBe(true)
  })
  it('withholds with a coded reason and the vote of the jury, or when nobody is left', () => {
    expect(decide(withhold)).toMatchObject({ reason: 'vote-required' })
    expect(decide(withhold, { vote: withheldBy('award') })).toMatchObject({ reason: 'vote-required' })
    expect(decide(withhold, { vote: withheldBy('withhold') }).ok).toBe(true)
    expect(decide({ ...withhold, reason: 'too_few_nominations' }, { finalists: [], ranking: [] }).ok).toBe(
      true,
    )
  })
  it.each([
    ['not-chair', award('a'), {}, 'other'],
    ['item-not-open', award('a'), { itemOpen: false }, 'chair'],
    ['slot-decided', award('a'), { decided: true }, 'chair'],
    ['earlier-slot-undecided', award('a'), { undecidedBefore: ['excellence'] }, 'chair'],
    ['slot-not-shareable', award('b', 'c'), { slot: { ...slot, mayBeShared: false } }, 'chair'],
    ['slot-not-withholdable', withhold, { slot: { ...slot, mayBeWithheld: false } }, 'chair'],
    ['reason-required', { ...withhold, reason: null }, {}, 'chair'],
    ['reason-unexpected', { ...award('a'), reason: 'irregularity' }, {}, 'chair'],
    ['winner-required', { ...award(), outcome: 'awarded' }, {}, 'chair'],
    ['winner-required', { ...award('a'), outcome: 'shared' }, {}, 'chair'],
    ['winner-required', award('b', 'b'), {}, 'chair'],
    ['winners-too-many', { ...award('b', 'c'), outcome: 'awarded' }, {}, 'chair'],
    ['winners-too-many', { ...withhold, winners: ['a'] }, {}, 'chair'],
    ['winner-not-a-finalist', award('z'), {}, 'chair'],
    ['not-eligible', award('e'), {}, 'chair'],
    ['not-eligible', award('a'), { ineligible: ['a'] }, 'chair'],
    ['already-awarded-in-category', award('a'), { awardedElsewhere: ['a'] }, 'chair'],
  ] as const)('is refused: %s', (reason, request, over, who) => {
    expect(decide(request as AwardRequest, over as Partial<AwardFacts>, who)).toMatchObject({
      ok: false,
      reason,
    })
  })

  it('gives a prize to a file of the plenary by its recorded vote alone', () => {
    const inPlenary = { plenary: ['e'] }
    expect(decide(award('e'), inPlenary)).toMatchObject({ reason: 'vote-required' })
    expect(decide(award('e'), { ...inPlenary, vote: votedFor('a') })).toMatchObject({
      reason: 'vote-required',
    })
    const ranking = recordOfPairwise(pairwiseOf([[['e']]], ['a', 'b', 'e']), 1)
    expect(decide(award('e'), { ...inPlenary, vote: { award: null, ranking } }).ok).toBe(true)
    // With nobody beside it there is nothing to rank: the vote to award is enough, and nothing less.
    const alone = { ...inPlenary, finalists: ['e'] }
    expect(decide(award('e'), alone)).toMatchObject({ reason: 'vote-required' })
    expect(decide(award('e'), { ...alone, vote: withheldBy('withhold') })).toMatchObject({
      reason: 'vote-required',
    })
    expect(decide(award('e'), { ...alone, vote: withheldBy('award') }).ok).toBe(true)
  })

  it.each([
    ['outcome', withhold, { slot: { ...slot, mayBeWithheld: false } }],
    ['outcome', award('b', 'c'), { slot: { ...slot, mayBeShared: false } }],
    ['reason', { ...withhold, reason: null }, {}],
    ['winners', { ...award(), outcome: 'awarded' }, {}],
    ['winners', award('e'), {}],
  ] as const)('is refused at its field: %s', (field, request, over) => {
    const refused = decide(request as AwardRequest, over as Partial<AwardFacts>)
    if (refused.ok) throw new Error('decided')
    expect(refused.fields).toEqual({ [field]: `deliberation.reason.${refused.reason}` })
  })

  it('shares with a single winner only a prize that stands in several categories', () => {
    const request: AwardRequest = { outcome: 'shared', winners: ['a'], reason: null }
    expect(decideAward(facts, anActor('chair'), request, instant(9))).toMatchObject({
      reason: 'winner-required',
    })
    const across = { ...facts, slot: { ...slot, sharedAcross: true } }
    expect(decideAward(across, anActor('chair'), request, instant(9)).ok).toBe(true)
  })
})
