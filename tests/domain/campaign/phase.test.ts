import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advancePhase } from '#app/domain/campaign/advance-phase.ts'
import { blockersAt } from '#app/domain/campaign/gate.ts'
import {
  isReleased,
  PHASES,
  readCalendar,
  TRANSITIONS,
  transitionBetween,
} from '#app/domain/campaign/phase.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aCampaign, aRegulation, offsetAt, OPENS } from './a-campaign.ts'

const file = { id: 'n1', reference: 'EMT-2026-0001' }
const calm = {
  undecidedSlots: [],
  unbrokenTies: [],
  openSessions: [],
  unsignedMinutes: [],
  openCorrections: [],
  shadowTallyEqual: true,
  releaseAt: OPENS,
  approvers: ['a', 'b'],
}

describe('the transition table', () => {
  it('goes forward only and reaches every phase from preparation', () => {
    for (const { from, to } of TRANSITIONS) expect(PHASES.indexOf(to)).toBeGreaterThan(PHASES.indexOf(from))
    const reached = new Set<string>(['preparation'])
    for (const { from, to } of TRANSITIONS) if (reached.has(from)) reached.add(to)
    expect([...reached].sort()).toEqual([...PHASES].sort())
  })
  it('refuses every pair outside the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PHASES), fc.constantFrom(...PHASES), (from, to) => {
        const listed = TRANSITIONS.some((row) => row.from === from && row.to === to)
        expect(transitionBetween(from, to).ok).toBe(listed)
      }),
    )
  })
  it('skips presentations when there are none', () => {
    expect(transitionBetween('evaluation', 'deliberation').ok).toBe(true)
    expect(transitionBetween('screening', 'deliberation')).toMatchObject({ reason: 'illegal-transition' })
  })
  it('keeps laureates unknown until published', () => {
    expect(PHASES.filter(isReleased)).toEqual(['published', 'archived'])
  })
})

describe('readCalendar', () => {
  it('is closed at the very instant of closing', () => {
    const { calendar } = aRegulation
    const close = calendar.nominationsClose
    expect(readCalendar('nominations', calendar, instant(close - 1)).nominationsOpenNow).toBe(true)
    expect(readCalendar('nominations', calendar, close)).toMatchObject({
      nominationsOpenNow: false,
      overdue: true,
    })
    expect(readCalendar('screening', calendar, instant(close - 1)).nominationsOpenNow).toBe(false)
  })
})

describe('the gates', () => {
  it('let pass what nothing blocks', () => {
    expect(blockersAt('opening', { regulation: aRegulation, signed: true, now: OPENS, offsetAt })).toEqual([])
    expect(blockersAt('finalisation', calm)).toEqual([])
    expect(blockersAt('hearings', { unrecorded: [], secondRound: null })).toEqual([])
  })
  it('hold a second round until its sheets are sealed', () => {
    const file = { id: 'n', reference: 'EMT-1', sheets: 1, minimum: 3 }
    const secondRound = {
      unsealed: [{ seatId: 's', member: 'Amal', count: 2, files: ['f1', 'f2'] }],
      belowMinimum: [file],
      sentToPlenary: [],
    }
    expect(blockersAt('hearings', { unrecorded: [], secondRound }).map(({ code }) => code)).toEqual([
      'sheets-unsealed',
      'below-minimum-sheets',
    ])
    const sent = { ...secondRound, unsealed: [], sentToPlenary: [file] }
    expect(blockersAt('hearings', { unrecorded: [], secondRound: sent })).toEqual([])
  })
  it('name an unsigned regulation', () => {
    expect(blockersAt('opening', { regulation: aRegulation, signed: false, now: OPENS, offsetAt })).toEqual([
      { code: 'regulation-unsigned', facts: {}, target: { screen: 'regulation' } },
    ])
  })
  it('do not close a millisecond early', () => {
    expect(blockersAt('closing', { closesAt: OPENS, now: instant(OPENS - 1) })).toHaveLength(1)
    expect(blockersAt('closing', { closesAt: OPENS, now: OPENS })).toEqual([])
  })
  it('point each undecided file, request, appeal, seat and missing reader at its place', () => {
    const blockers = blockersAt('evaluation', {
      undecided: [file],
      openCompletions: [file],
      openAppeals: [file],
      vacantSeats: ['j3'],
      undeclared: [{ seatId: 's1', count: 4, files: ['f1', 'f2', 'f3', 'f4'] }],
      missingReaders: [{ ...file, missing: 2 }],
      evaluationOpens: instant(OPENS + 1),
      now: OPENS,
    })
    expect(blockers.map(({ code, target }) => `${code} ${target.screen} ${target.id ?? ''}`)).toEqual([
      'file-undecided nomination n1',
      'completion-open completion n1',
      'appeal-open appeal n1',
      'seat-vacant seats j3',
      'interests-undeclared seats s1',
      'readers-missing assignment n1',
      'evaluation-not-due calendar ',
    ])
  })
  it('let a file below the minimum pass only when sent to the plenary', () => {
    const facts = {
      unsealed: [],
      belowMinimum: [{ ...file, sheets: 2, minimum: 3 }],
      sentToPlenary: [] as (typeof file)[],
      openAppeals: [],
      appealWindows: [{ id: 'n3', reference: 'EMT-2026-0003', until: OPENS }],
      evaluationCloses: OPENS,
      now: OPENS,
    }
    expect(blockersAt('sheets', facts).map(({ code }) => code)).toEqual(['below-minimum-sheets'])
    expect(blockersAt('sheets', { ...facts, sentToPlenary: [file] })).toEqual([])
    expect(
      blockersAt('sheets', {
        ...facts,
        sentToPlenary: [file],
        unsealed: [{ seatId: 's', member: 'Amal', count: 3, files: ['f1', 'f2', 'f3'] }],
      }),
    ).toMatchObject([{ code: 'sheets-unsealed', facts: { member: 'Amal', count: 3 } }])
    // It was sent, and a later sheet lifted it over the minimum: it is ranked, and the sending is taken back first.
    expect(blockersAt('sheets', { ...facts, belowMinimum: [], sentToPlenary: [file] })).toMatchObject([
      { code: 'plenary-needless', target: { screen: 'scoring-progress', id: 'n1' } },
    ])
    expect(
      blockersAt('sheets', {
        ...facts,
        belowMinimum: [],
        openAppeals: [{ id: 'n2', reference: 'EMT-2026-0002' }],
      }),
    ).toMatchObject([{ code: 'appeal-open', target: { screen: 'appeal', id: 'n2' } }])
  })
  it('hold the evaluation until the last millisecond in which an appeal may be filed', () => {
    const file = { id: 'n3', reference: 'EMT-2026-0003', until: OPENS }
    const facts = {
      ...{ unsealed: [], belowMinimum: [], sentToPlenary: [], openAppeals: [], appealWindows: [file] },
      evaluationCloses: OPENS,
    }
    expect(blockersAt('sheets', { ...facts, now: instant(OPENS - 1) })).toEqual([
      {
        ...{ code: 'appeal-window-open', target: { screen: 'appeal', id: 'n3' } },
        facts: { reference: 'EMT-2026-0003', until: OPENS },
      },
    ])
    expect(blockersAt('sheets', { ...facts, now: OPENS })).toEqual([])
  })
  it('count two approvers as two accounts', () => {
    expect(blockersAt('finalisation', { ...calm, approvers: ['a', 'a'] }).map(({ code }) => code)).toEqual([
      'second-approver-missing',
    ])
  })
  it('list all that blocks finalisation', () => {
    const blockers = blockersAt('finalisation', {
      undecidedSlots: [{ id: 'x', category: 'e-contenu' }],
      unbrokenTies: [{ category: 'e-contenu', count: 2 }],
      openSessions: ['s'],
      unsignedMinutes: [{ sessionId: 's', missing: 3 }],
      openCorrections: [file],
      shadowTallyEqual: false,
      releaseAt: null,
      approvers: [],
    })
    expect(blockers.map(({ code }) => code)).toEqual([
      'slot-undecided',
      'tie-unbroken',
      'session-open',
      'minutes-unsigned',
      'correction-open',
      'tally-differs',
      'release-unscheduled',
      'second-approver-missing',
    ])
  })
  it('hold the release until the embargo instant exactly', () => {
    expect(blockersAt('release', { ...calm, now: instant(OPENS - 1) }).map(({ code }) => code)).toEqual([
      'embargo-not-over',
    ])
    expect(blockersAt('release', { ...calm, now: OPENS })).toEqual([])
  })
})

describe('advancePhase', () => {
  const closing = { gate: 'closing', facts: { closesAt: OPENS, now: OPENS } } as const
  it('moves one step and says so', () => {
    const moved = advancePhase(aCampaign({ phase: 'nominations' }), 'screening', 'system', closing, [
      'p',
      'p',
    ])
    expect(moved).toMatchObject({
      ok: true,
      value: {
        campaign: { phase: 'screening', version: 2 },
        entry: { act: 'phaseChanged', facts: { from: 'nominations', to: 'screening' } },
        notices: [{ name: 'phase-changed', to: { personId: 'p' } }],
      },
    })
  })
  it.each([
    ['illegal-transition', 'published', 'system', closing],
    ['wrong-hand', 'screening', 'publisher', closing],
    ['wrong-gate', 'screening', 'system', { gate: 'hearings', facts: { unrecorded: [], secondRound: null } }],
    [
      'blocked',
      'screening',
      'system',
      { gate: 'closing', facts: { closesAt: instant(OPENS + 1), now: OPENS } },
    ],
  ] as const)('refuses with %s', (reason, to, hand, input) => {
    expect(advancePhase(aCampaign({ phase: 'nominations' }), to, hand, input, [])).toMatchObject({
      ok: false,
      reason,
    })
  })
})
