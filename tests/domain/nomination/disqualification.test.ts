import { describe, expect, it } from 'vitest'
import { PHASES } from '#app/domain/campaign/phase.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import {
  type Disqualification,
  type DisqualificationFacts,
  proposeDisqualification,
  returnDisqualification,
  settleDisqualification,
} from '#app/domain/nomination/disqualification.ts'
import { NOMINATION_STATES } from '#app/domain/nomination/nomination.ts'
import { aContext, aNomination, CLOSES, clerk } from './a-nomination.ts'

const NOW = instant(CLOSES + 1000)
const live: Disqualification = {
  ...{ id: 'q1', nominationId: 'n1', reason: 'false-statement', text: { ar: 'سبب', fr: 'Motif' } },
  ...{ state: 'proposed', proposedBy: 'k1', proposedAt: NOW, note: null, settledBy: null, settledAt: null },
}
const facts = (over: Partial<DisqualificationFacts> = {}): DisqualificationFacts => ({
  nomination: aNomination({ state: 'admissible' }),
  context: aContext('evaluation'),
  organisers: ['o1', 'k1'],
  jury: ['j1'],
  ...{ live: null, isVoted: false, isAwarded: false },
  ...over,
})
const typed = { id: 'q1', reason: 'false-statement', text: live.text }
const words = { ar: 'تصريحات', fr: 'Déclarations' }
const propose = (over: Partial<DisqualificationFacts> = {}, change = {}) =>
  proposeDisqualification(facts(over), clerk('k1'), { ...typed, ...change }, NOW)
const settle = (over: Partial<DisqualificationFacts> = {}, by = 'o1') =>
  settleDisqualification(facts({ live, ...over }), clerk(by), words, NOW)
const allowed = (act: (phase: (typeof PHASES)[number]) => { readonly ok: boolean }) =>
  PHASES.filter((phase) => act(phase).ok)
const SPAN = ['screening', 'evaluation', 'presentations', 'deliberation']

describe('a proposed disqualification', () => {
  it('is made of a coded reason and its words, and told to the organisers who did not make it', () => {
    expect(propose()).toMatchObject({
      ok: true,
      value: {
        disqualification: live,
        entry: { act: 'disqualificationProposed', facts: { reason: 'false-statement' } },
        notices: [{ name: 'disqualification-to-settle', to: { personId: 'o1' } }],
      },
    })
  })
  it('stands from the screening to the end of the deliberation, for a file that still competes', () => {
    expect(allowed((phase) => propose({ context: aContext(phase) }))).toEqual(SPAN)
    const states = NOMINATION_STATES.filter((state) => propose({ nomination: aNomination({ state }) }).ok)
    expect(states).toEqual(['submitted', 'completion_requested', 'admissible'])
  })
  it.each([
    ['already-proposed', { live }, {}],
    ['already-proposed', { live: { ...live, state: 'settled' } }, {}],
    ['unknown-reason', {}, { reason: 'dislike' }],
    ['reason-required', {}, { text: { ar: ' ', fr: 'Motif' } }],
    ['reason-required', {}, { text: { ar: 'سبب', fr: '' } }],
    ['reason-required', {}, { text: { ar: 'سبب', fr: '\u200B\u200D' } }],
    ['unreadable-text', {}, { text: { ar: 'سبب\u0007', fr: 'Motif' } }],
  ] as const)('is refused: %s', (reason, over, change) => {
    expect(propose(over, change)).toMatchObject({ ok: false, reason })
  })
})

describe('its second hand', () => {
  it('takes the nomination out and tells the team and the desk why', () => {
    const settled = settle()
    expect(settled).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'disqualified', version: 4 },
        disqualification: { state: 'settled', settledBy: 'o1', settledAt: NOW, text: live.text },
        entry: { act: 'nominationDisqualified', facts: { proposedBy: 'k1', from: 'admissible' } },
      },
    })
    expect(settled.ok && settled.value.notices.map(({ name, to }) => [name, to])).toEqual([
      ...['ed', 'sig', 'k1', 'k2'].map((personId) => ['disqualified', { personId }]),
      ['file-disqualified', { personId: 'j1' }],
    ])
    // The jury hears that it left, never why.
    expect(settled.ok && settled.value.notices.at(-1)?.facts).toEqual({
      campaign: 'c1',
      reference: 'EMT-2026-0012',
    })
    expect(settled.ok && settled.value.notices[0]?.facts).toMatchObject({
      reasonAr: 'تصريحات',
      reasonFr: 'Déclarations',
    })
  })
  it.each([
    ['own-proposal', {}, 'k1'],
    ['not-proposed', { live: null }, 'o1'],
    ['not-proposed', { live: { ...live, state: 'settled' } }, 'o1'],
    ['vote-open', { isVoted: true }, 'o1'],
    ['already-awarded', { isAwarded: true }, 'o1'],
    ['wrong-state', { nomination: aNomination({ state: 'withdrawn' }) }, 'o1'],
    ['wrong-phase', { context: aContext('embargo') }, 'o1'],
    ['wrong-phase', { context: aContext('nominations') }, 'o1'],
  ] as const)('cannot settle: %s', (reason, over, by) => {
    expect(settle(over, by)).toMatchObject({ ok: false, reason })
  })
  it('sends it back with a note, to whoever made it', () => {
    const back = (note: string, by = 'o1', over: Partial<DisqualificationFacts> = {}) =>
      returnDisqualification(facts({ live, ...over }), clerk(by), note, NOW)
    expect(back('Non.')).toMatchObject({
      ok: true,
      value: {
        disqualification: { state: 'returned', note: 'Non.', settledBy: 'o1' },
        notices: [{ name: 'disqualification-returned', to: { personId: 'k1' } }],
      },
    })
    expect(back(' ')).toMatchObject({ reason: 'note-required' })
    expect(back('\u0000')).toMatchObject({ reason: 'unreadable-text' })
    expect(back('Non.', 'k1')).toMatchObject({ reason: 'own-proposal' })
    expect(back('Non.', 'o1', { context: aContext('published') })).toMatchObject({ reason: 'wrong-phase' })
  })
})
