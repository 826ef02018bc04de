import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { TALLY_FIELDS, tallyDifferences } from '#app/domain/results/shadow-tally.ts'
import type { TallyLine } from '#app/domain/results/shadow-tally.ts'
import { finalisationBlockers } from '#app/domain/results/finalisation.ts'
import type { FinalisationFacts } from '#app/domain/results/finalisation.ts'
import {
  approveRelease,
  isApproved,
  publishRelease,
  scheduleRelease,
} from '#app/domain/results/publication.ts'
import type { Release } from '#app/domain/results/publication.ts'
import { number } from '../scoring/build.ts'
import { anActor, holding } from '../scoring/sheet-build.ts'

const NOW = instant(1_000)
const AT = instant(2_000)
const publisher = (id: string) => anActor(id, { grants: [{ role: 'publisher', campaignId: 'c1' }] })
const aRelease = (over: Partial<Release> = {}): Release => ({
  id: 'r1',
  campaignId: 'c1',
  state: 'prepared',
  snapshotHash: 'h',
  embargoUntil: null,
  approvals: [],
  publishedAt: null,
  ...over,
})
const approval = (personId: string, hand: 'publisher' | 'chair' = 'publisher', snapshotHash = 'h') => ({
  personId,
  hand,
  snapshotHash,
  at: NOW,
})
const both = [approval('nadia'), approval('omar', 'chair')]
const seen = { snapshotHash: 'h', blockers: [] }
const blocked = {
  ...seen,
  blockers: [{ code: 'minutes-unsigned', facts: {}, target: { screen: 'minutes', id: null } }],
} as const

describe('a release', () => {
  it('takes two accounts, one of them a publisher', () => {
    expect(isApproved(aRelease({ approvals: both }))).toBe(true)
    expect(isApproved(aRelease({ approvals: [approval('nadia'), approval('samir')] }))).toBe(true)
    expect(isApproved(aRelease({ approvals: [approval('nadia'), approval('nadia', 'chair')] }))).toBe(false)
    expect(isApproved(aRelease({ approvals: [approval('omar', 'chair'), approval('x', 'chair')] }))).toBe(
      false,
    )
    expect(isApproved(aRelease({ approvals: [approval('nadia'), approval('omar', 'chair', 'older')] }))).toBe(
      false,
    )
  })
  it('drops approvals of an older snapshot when a new one is approved', () => {
    const approved = approveRelease(
      aRelease({ approvals: [approval('omar', 'chair', 'older')] }),
      publisher('nadia'),
      seen,
      NOW,
    )
    expect(approved.ok && approved.value.release.approvals.map((one) => one.personId)).toEqual(['nadia'])
  })
  it.each([
    ['not-approver', aRelease(), anActor('x'), seen],
    ['not-approver', aRelease(), holding('x', 'juror'), seen],
    ['already-published', aRelease({ state: 'published' }), publisher('nadia'), seen],
    ['gate-closed', aRelease(), publisher('nadia'), blocked],
    ['snapshot-changed', aRelease(), publisher('nadia'), { ...seen, snapshotHash: 'older' }],
    ['already-approved', aRelease({ approvals: [approval('nadia')] }), publisher('nadia'), seen],
    ['chair-approved', aRelease({ approvals: [approval('omar', 'chair')] }), holding('x', 'chair'), seen],
  ] as const)('refuses an approval: %s', (reason, release, actor, given) => {
    expect(approveRelease(release, actor, given, NOW)).toMatchObject({ ok: false, reason })
  })
  it('is scheduled by a publisher once approved, not into the past', () => {
    const scheduled = scheduleRelease(aRelease({ approvals: both }), publisher('nadia'), AT, NOW)
    expect(scheduled).toMatchObject({
      ok: true,
      value: { release: { state: 'scheduled', embargoUntil: AT } },
    })
    expect(
      scheduleRelease(aRelease({ approvals: [approval('nadia')] }), publisher('nadia'), AT, NOW),
    ).toMatchObject({ reason: 'approval-missing' })
    expect(scheduleRelease(aRelease({ approvals: both }), holding('omar', 'chair'), AT, NOW)).toMatchObject({
      reason: 'not-publisher',
    })
    expect(
      scheduleRelease(aRelease({ approvals: both }), publisher('nadia'), instant(999), NOW),
    ).toMatchObject({ reason: 'embargo-past' })
  })
  const ready = aRelease({ state: 'scheduled', embargoUntil: AT, approvals: both })
  it('is published at its instant and not a millisecond before', () => {
    expect(publishRelease(ready, seen, instant(AT - 1))).toMatchObject({ reason: 'embargo' })
    expect(publishRelease(ready, seen, AT)).toMatchObject({
      ok: true,
      value: { release: { state: 'published', publishedAt: AT } },
    })
  })
  it.each([
    ['not-scheduled', aRelease({ approvals: both }), seen],
    ['already-published', { ...ready, state: 'published' }, seen],
    ['snapshot-changed', ready, { ...seen, snapshotHash: 'other' }],
    ['approval-missing', { ...ready, approvals: [approval('nadia')] }, seen],
    ['gate-closed', ready, blocked],
  ] as const)('is not published: %s', (reason, release, given) => {
    expect(publishRelease(release as Release, given, AT)).toMatchObject({ ok: false, reason })
  })
})

describe('the finalisation gate', () => {
  const place = {
    nominationId: 'a',
    state: 'ranked',
    rank: 1,
    score: number('50'),
    display: '50.00',
    decidedBy: 'score',
    tiedWith: [],
    headToHead: null,
  } as const
  const line: TallyLine = {
    ...{ nominationId: 'a', state: 'ranked' as const, score: '50', rank: 1, decidedBy: 'score' },
    ...{ sheets: 3, eligible: 5, quorum: 3 },
  }
  const facts: FinalisationFacts = {
    categories: [
      {
        category: 'web',
        openSheets: 0,
        undecidedSlots: [],
        ranking: [place],
        recorded: [place],
        official: [line],
        shadow: [line],
      },
    ],
    sessions: [{ id: 'm1', closed: true, minutes: 'signed' }],
    openCorrections: 0,
    openAppeals: 0,
    openDisqualifications: 0,
    openFlags: 0,
  }
  const codes = (over: Partial<FinalisationFacts>) =>
    finalisationBlockers({ ...facts, ...over }).map((blocker) => blocker.code)
  const category = (over: object) =>
    codes({ categories: facts.categories.map((one) => ({ ...one, ...over })) })
  it('is open when everything is decided, signed and computed twice alike', () => {
    expect(finalisationBlockers(facts)).toEqual([])
  })
  it('names every blocker with its place', () => {
    expect(category({ openSheets: 2 })).toEqual(['sheets-open'])
    expect(category({ undecidedSlots: ['jury'] })).toEqual(['slot-undecided'])
    expect(category({ recorded: [] })).toEqual(['ranking-differs'])
    expect(category({ shadow: null })).toEqual(['shadow-tally-missing'])
    expect(category({ shadow: [{ ...line, score: '5000001/100000' }] })).toEqual(['shadow-tally-differs'])
    expect(codes({ sessions: [{ id: 'm1', closed: false, minutes: 'unsigned' }] })).toEqual([
      'session-open',
      'minutes-unsigned',
    ])
    expect(
      codes({
        sessions: [{ id: 'm1', closed: true, minutes: 'missing' }],
        openCorrections: 1,
        openAppeals: 2,
        openDisqualifications: 1,
        openFlags: 1,
      }),
    ).toEqual([
      ...['minutes-missing', 'corrections-open', 'appeals-open', 'disqualifications-open'],
      'flags-open',
    ])
    expect(finalisationBlockers({ ...facts, openAppeals: 2 })).toEqual([
      { code: 'appeals-open', facts: { count: 2 }, target: { screen: 'appeals', id: null } },
    ])
  })
  it('says where the second computation differs: nomination, figure, both values', () => {
    const shadow = [{ ...line, score: '101/2', rank: null, decidedBy: null }]
    const [blocker] = finalisationBlockers({
      ...facts,
      categories: facts.categories.map((one) => ({ ...one, shadow })),
    })
    expect(blocker).toMatchObject({
      code: 'shadow-tally-differs',
      facts: { category: 'web', nominations: ['a'] },
    })
    expect(blocker?.differences).toEqual([
      { nominationId: 'a', field: 'score', official: '50', shadow: '101/2' },
      { nominationId: 'a', field: 'rank', official: '1', shadow: '' },
      { nominationId: 'a', field: 'decidedBy', official: 'score', shadow: '' },
    ])
  })
  it.each(TALLY_FIELDS)('compares %s', (field) => {
    const bent = { ...line, [field]: 'bent' }
    expect(tallyDifferences([line], [bent]).map((one) => one.field)).toEqual([field])
  })
  it('finds a nomination that only one of the two computations knows', () => {
    expect(tallyDifferences([], [line])).toEqual([
      { nominationId: 'a', field: 'nomination', official: '', shadow: 'a' },
    ])
    expect(tallyDifferences([line], [])).toEqual([
      { nominationId: 'a', field: 'nomination', official: 'a', shadow: '' },
    ])
  })
})
