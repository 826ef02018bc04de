import { describe, expect, it } from 'vitest'
import {
  type Flag,
  type FlagFacts,
  raiseFlag,
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
const typed = (of: object = {}) => ({ id: 'f1', ground: 'plagiarism', text: 'Copié.', ...of })

describe('a flag', () => {
  it('is raised with its ground and words; neither the letters nor the log carry the words or the juror', () => {
    const raised = raiseFlag(facts({ flags: [flag()] }), typed(), NOW)
    expect(raised).toMatchObject({
      value: {
        flag: { ...{ id: 'f1', seatId: 's1', ground: 'plagiarism', text: 'Copié.', state: 'open' } },
        entry: { act: 'flagRaised', facts: { ground: 'plagiarism' } },
      },
    })
    const { entry, notices } = raised.ok ? raised.value : { entry: {}, notices: [] }
    expect(notices.map(({ name, to }) => [name, to])).toEqual([
      ['flag-raised', { personId: 'chair' }],
      ['flag-raised', { personId: 'clerk' }],
    ])
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

  it('is raised again after a withdrawal, or on another ground than was lifted', () => {
    const past = [flag({ seatId: 's1', state: 'withdrawn' }), flag({ state: 'lifted' })]
    expect(raiseFlag(facts({ flags: past }), typed(), NOW).ok).toBe(true)
  })

  it('is withdrawn by its juror alone, before the vote on it', () => {
    const own = flag({ seatId: 's1' })
    expect(withdrawFlag(facts({ flags: [own] }), NOW)).toMatchObject({
      value: { flag: { id: 'f0', state: 'withdrawn', endedAt: NOW }, entry: { act: 'flagWithdrawn' } },
    })
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
  })
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
})
