import { describe, expect, it } from 'vitest'
import {
  type Flag,
  type FlagFacts,
  flagQuestion,
  raiseFlag,
  settledFlag,
  suspended,
  withdrawFlag,
} from '#app/domain/deliberation/flag.ts'
import type { Majority } from '#app/domain/deliberation/motion.ts'
import { countFlagMotion } from '#app/domain/deliberation/flag-motion.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { FlagChoice } from '#app/domain/deliberation/flag-motion.ts'

const NOW = instant(1_800_000_000_000)
const flag = (of: Partial<Flag> = {}): Flag => ({
  ...{ id: 'f0', nominationId: 'n', seatId: 's2', ground: 'ethics', text: 'Motif', state: 'open' },
  ...{ raisedAt: NOW, endedAt: null, motionId: null },
  ...of,
})
const facts = (of: Partial<FlagFacts> = {}): FlagFacts => ({
  ...{ campaignId: 'c', nominationId: 'n', reference: 'EMT-2026-0001', seatId: 's1', flags: [] },
  ...{ isVoted: false, isAwarded: false, isCategoryDecided: false, people: ['chair', 'chair', 'clerk'] },
  ...of,
})
const entryOf = (act: string, about: object) => ({
  ...{ act, subject: { type: 'nomination', id: 'n' }, campaignId: 'c' },
  facts: about,
})
const lettersOf = (name: string) =>
  ['chair', 'clerk'].map((personId) => ({
    ...{ name, to: { personId }, campaignId: 'c' },
    facts: { campaign: 'c', reference: 'EMT-2026-0001' },
  }))
const typed = (of: object = {}) => ({ id: 'f1', ground: 'plagiarism', text: 'Copié.', ...of })

describe('a flag', () => {
  it('is raised with its ground and words; neither the letters nor the log carry the words or the juror', () => {
    const raised = raiseFlag(facts({ flags: [flag()] }), typed(), NOW)
    const { flag: stored, entry, notices } = raised.ok ? raised.value : expect.fail(raised.reason)
    expect(stored).toEqual(
      flag({ id: 'f1', seatId: 's1', ground: 'plagiarism', text: 'Copié.', state: 'open' }),
    )
    expect(entry).toEqual(entryOf('flagRaised', { ground: 'plagiarism' }))
    expect(notices).toEqual(lettersOf('flag-raised'))
    expect(JSON.stringify([entry, notices])).not.toMatch(/Copié|s1/)
  })

  it.each([
    [facts({ flags: [flag({ seatId: 's1' })] }), typed(), 'already-flagged'],
    [facts({ flags: [flag({ ground: 'plagiarism', state: 'lifted' })] }), typed(), 'already-decided'],
    [facts({ isVoted: true }), typed(), 'vote-open'],
    [facts({ isAwarded: true }), typed(), 'already-awarded'],
    [facts({ isCategoryDecided: true }), typed(), 'category-decided'],
    [facts(), typed({ ground: 'taste' }), 'unknown-ground'],
    [facts(), typed({ text: ' \n' }), 'reason-required'],
    [facts(), typed({ text: 'a\u0007' }), 'unreadable-text'],
  ])('is refused: %#', (of, asked, reason) => {
    expect(raiseFlag(of, asked, NOW)).toMatchObject({ ok: false, reason })
  })

  it('says in a refusal which ground, and which field to mend', () => {
    const lifted = facts({ flags: [flag({ ground: 'plagiarism', state: 'lifted' })] })
    expect(raiseFlag(lifted, typed(), NOW)).toMatchObject({ facts: { ground: 'plagiarism' }, fields: {} })
    expect(raiseFlag(facts(), typed({ ground: 'taste' }), NOW)).toMatchObject({ facts: { ground: 'taste' } })
    const mended = ['', 'a\u0007'].map((text) => raiseFlag(facts(), typed({ text }), NOW))
    expect(mended.map((refused) => !refused.ok && refused.fields)).toEqual([
      { text: 'errors.required' },
      { text: 'errors.control' },
    ])
  })

  it('is raised again after a withdrawal, on another ground than was lifted, or beside the same of another juror', () => {
    const past = [flag({ seatId: 's1', state: 'withdrawn' }), flag({ state: 'lifted' })]
    expect(raiseFlag(facts({ flags: past }), typed(), NOW).ok).toBe(true)
    expect(raiseFlag(facts({ flags: [flag({ ground: 'plagiarism' })] }), typed(), NOW).ok).toBe(true)
  })

  it('is withdrawn by its juror alone, before the vote on it', () => {
    const own = flag({ seatId: 's1' })
    const earlier = flag({ id: 'f9', seatId: 's1', state: 'withdrawn' })
    expect(withdrawFlag(facts({ flags: [earlier, own] }), NOW)).toEqual({
      ok: true,
      value: {
        flag: { ...own, state: 'withdrawn', endedAt: NOW },
        entry: entryOf('flagWithdrawn', { ground: 'ethics' }),
        notices: lettersOf('flag-withdrawn'),
      },
    })
    expect(withdrawFlag(facts({ flags: [earlier] }), NOW)).toMatchObject({ reason: 'not-flagged' })
    expect(withdrawFlag(facts({ flags: [flag()] }), NOW)).toMatchObject({ reason: 'not-flagged' })
    expect(withdrawFlag(facts({ flags: [own], isVoted: true }), NOW)).toMatchObject({ reason: 'vote-open' })
  })

  it('suspends its own category and no other', () => {
    const open = [
      { ...flag(), category: 'web' },
      { ...flag({ seatId: 's3' }), category: 'web' },
    ]
    expect(suspended(open, 'web')).toMatchObject({ reason: 'flag-open', facts: { count: 1 } })
    expect(suspended(open, 'mobile').ok).toBe(true)
    const two = [...open, { ...flag({ nominationId: 'm' }), category: 'web' }]
    expect(suspended(two, 'web')).toMatchObject({ facts: { count: 2 } })
  })

  it('is asked once for each ground of a nomination, with the words of everybody who raised it', () => {
    const open = [
      flag({ text: 'Un' }),
      flag({ text: 'Deux', seatId: 's3' }),
      flag({ text: 'Autre motif', ground: 'eligibility' }),
      flag({ text: 'Autre dossier', nominationId: 'm' }),
    ].map((one) => ({ ...one, category: 'web' }))
    expect(flagQuestion(open, 'n', 'ethics')).toEqual({
      ok: true,
      value: { ground: 'ethics', texts: ['Un', 'Deux'] },
    })
    expect(flagQuestion(open, 'n', 'plagiarism')).toMatchObject({ reason: 'not-flagged' })
    expect(flagQuestion(open, 'm', 'eligibility')).toMatchObject({ reason: 'not-flagged' })
  })

  it.each([
    ['upheld', 'flagUpheld', 'flag-upheld'],
    ['lifted', 'flagLifted', 'flag-lifted'],
  ] as const)(
    'that is %s leaves its vote in the log and is told to whoever knew of it',
    (outcome, act, letter) => {
      expect(settledFlag(facts(), { ground: 'ethics', motionId: 'v', outcome })).toEqual({
        entry: entryOf(act, { ground: 'ethics', motionId: 'v' }),
        notices: lettersOf(letter),
      })
    },
  )
})

describe('the vote on a flag', () => {
  const seatIds = ['a', 'b', 'c', 'd', 'e']
  const share = { p: 2n, q: 3n }
  type Rules = {
    readonly majority?: Majority
    readonly castingVote?: boolean
    readonly own?: FlagChoice
    readonly present?: readonly string[]
  }
  const counted = (papers: readonly FlagChoice[], rules: Rules) => {
    const { majority = 'simple', castingVote = false, own = null, present = seatIds } = rules
    return countFlagMotion(
      { quorum: share, majority, castingVote },
      itemQuorum({ seatIds, recusedSeatIds: [], presentSeatIds: present }, share),
      papers,
      own,
    )
  }
  it.each([
    [['uphold', 'uphold', 'lift'], {}, 'upheld'],
    [['uphold', 'lift', 'lift'], {}, 'lifted'],
    // A tie is not adopted; a casting vote decides it where the rules give one.
    [['uphold', 'lift'], {}, 'lifted'],
    [['uphold', 'lift'], { castingVote: true, own: 'uphold' }, 'upheld'],
    [['uphold', 'lift'], { castingVote: true, own: 'blank' }, 'lifted'],
    [['blank', 'blank'], {}, 'lifted'],
    // Of five eligible, absolute is three.
    [['uphold', 'uphold', 'blank'], { majority: 'absolute' }, 'lifted'],
    [['uphold', 'uphold', 'uphold'], { majority: 'absolute' }, 'upheld'],
    [['uphold', 'uphold', 'lift', 'lift', 'uphold'], { majority: 'two_thirds' }, 'lifted'],
    [['uphold', 'uphold', 'uphold'], { present: ['a', 'b', 'c'] }, 'not_quorate'],
  ] as const satisfies readonly (readonly [readonly FlagChoice[], Rules, string])[])(
    '%j under %j is %s',
    (papers, rules, outcome) => {
      expect(counted(papers, rules).outcome).toBe(outcome)
    },
  )
  it('counts each side and the blank papers', () => {
    expect(counted(['uphold', 'lift', 'blank', 'lift', 'blank'], {})).toEqual({
      ...{ eligible: 5, needed: 4, present: 5, quorate: true },
      ...{ uphold: 1, lift: 2, blank: 2, castingVoteUsed: false, outcome: 'lifted' },
    })
  })
  it.each([
    ['uphold', 'upheld', true],
    ['lift', 'lifted', true],
    ['blank', 'lifted', false],
  ] as const)('at equality, with %s as the casting vote, ends %s', (own, outcome, castingVoteUsed) => {
    expect(counted(['uphold', 'lift'], { castingVote: true, own })).toMatchObject({
      outcome,
      castingVoteUsed,
    })
  })
})
