import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { agreeToCategory, refuseCategory } from '#app/domain/nomination/answer-category.ts'
import { proposeCategory, takeBackCategory } from '#app/domain/nomination/propose-category.ts'
import type { CategoryProposal, RecategorisationFacts } from '#app/domain/nomination/recategorisation.ts'
import { proposeScreening } from '#app/domain/nomination/screening.ts'
import { aRegulation } from '../campaign/a-campaign.ts'
import { aContext, aNomination, CLOSES, clerk, editor, signatory } from './a-nomination.ts'

const NOW = instant(CLOSES + 1000)
const DUE = instant(CLOSES + 86_400_000)
const TO = aRegulation.categories.find(({ code }) => code !== 'e-demarche')?.code ?? ''
const open: CategoryProposal = {
  id: 'p1',
  nominationId: 'n1',
  from: 'e-demarche',
  to: TO,
  reason: { ar: 'سبب', fr: 'Motif' },
  state: 'open',
  proposedBy: 'k1',
  proposedAt: NOW,
  dueAt: DUE,
  answer: null,
  settledBy: null,
  settledAt: null,
}
const facts = (over: Partial<RecategorisationFacts> = {}): RecategorisationFacts => ({
  nomination: aNomination({ state: 'submitted' }),
  context: aContext('screening'),
  regulation: aRegulation,
  others: [],
  open: null,
  decisionStands: false,
  juryBegan: false,
  ...over,
})
const typed = { id: 'p1', to: TO, reason: open.reason, dueAt: DUE }
const propose = (over: Partial<RecategorisationFacts> = {}, change = {}) =>
  proposeCategory(facts(over), clerk('k1'), { ...typed, ...change }, NOW)
const at = { received: NOW, now: NOW }
const full = Array.from({ length: aRegulation.participation.perAdministrationAndCategory }, () => ({
  categoryCode: TO,
  administrationId: 'a1',
  state: 'submitted',
}))

describe('a proposed category', () => {
  it('is told to the team with its name, its reason in both languages and its term', () => {
    const proposed = propose()
    expect(proposed).toMatchObject({
      ok: true,
      value: { proposal: open, entry: { act: 'categoryProposed' } },
    })
    expect(proposed.ok && proposed.value.notices.map(({ name, to }) => [name, to])).toEqual([
      ['category-proposed', { personId: 'ed' }],
      ['category-proposed', { personId: 'sig' }],
    ])
    expect(proposed.ok && proposed.value.notices[0]?.facts).toMatchObject({
      reasonAr: 'سبب',
      reasonFr: 'Motif',
      dueAt: DUE,
    })
  })

  it.each([
    ['wrong-phase', { context: aContext('evaluation') }, {}],
    ['wrong-state', { nomination: aNomination({ state: 'admissible' }) }, {}],
    ['already-proposed', { decisionStands: true }, {}],
    ['jury-began', { juryBegan: true }, {}],
    ['category-open', { open }, {}],
    ['same-category', {}, { to: 'e-demarche' }],
    ['unknown-category', {}, { to: 'nowhere' }],
    ['quota-reached', { others: full }, {}],
    ['reason-required', {}, { reason: { ar: 'سبب', fr: ' ' } }],
    ['reason-required', {}, { reason: { ar: '', fr: 'Motif' } }],
    ['unreadable-text', {}, { reason: { ar: 'سبب', fr: 'a\u0007' } }],
  ] as const)('is refused: %s', (reason, over, change) => {
    expect(propose(over, change)).toMatchObject({ ok: false, reason })
  })
  it.each([
    ['errors.choice', {}, { to: 'nowhere' }],
    ['errors.quota', { others: full }, {}],
  ] as const)('says %s at the field in which the category was chosen', (message, over, change) =>
    expect(propose(over, change)).toMatchObject({ fields: { category: message } }),
  )

  it('holds back the decision until it is answered or taken back', () => {
    const screening = {
      ...{ nomination: aNomination({ state: 'submitted' }), context: aContext('screening') },
      ...{ checks: [], verdicts: [], live: null },
    }
    const decision = { id: 'd1', outcome: 'admissible', reasons: [], comment: null } as const
    const proposed = (categoryAsked: boolean) =>
      proposeScreening({ ...screening, categoryAsked }, clerk('k1'), decision, NOW)
    expect(proposed(true)).toMatchObject({ reason: 'category-open' })
    expect(proposed(false).ok).toBe(true)
  })
})

describe('the answer', () => {
  it('moves the file when the signatory agrees, and tells the team and the desk', () => {
    const agreed = agreeToCategory(facts({ open }), signatory, at)
    expect(agreed).toMatchObject({
      ok: true,
      value: {
        nomination: { categoryCode: TO, state: 'submitted', version: 4 },
        proposal: { state: 'agreed', settledBy: signatory.personId, settledAt: NOW },
        entry: { act: 'categoryChanged', facts: { from: 'e-demarche', to: TO } },
      },
    })
    expect(agreed.ok && agreed.value.notices.map(({ name }) => name)).toEqual([
      'category-changed',
      'category-changed',
      'category-answered',
      'category-answered',
    ])
  })

  it.each([
    ['not-signatory', {}, editor],
    ['no-open-category', { open: null }, signatory],
    ['deadline-passed', { open: { ...open, dueAt: NOW } }, signatory],
    ['wrong-phase', { context: aContext('evaluation') }, signatory],
    ['wrong-state', { nomination: aNomination({ state: 'withdrawn' }) }, signatory],
    ['quota-reached', { others: full }, signatory],
    ['jury-began', { juryBegan: true }, signatory],
    ['already-proposed', { decisionStands: true }, signatory],
  ] as const)('cannot be yes: %s', (reason, over, actor) => {
    expect(agreeToCategory(facts({ open, ...over }), actor, at)).toMatchObject({ ok: false, reason })
  })

  it('that comes too late for the quota is told of the whole: its page asks for no category', () =>
    expect(agreeToCategory(facts({ open, others: full }), signatory, at)).toMatchObject({ fields: {} }))

  it('may be no with a word, until the last millisecond', () => {
    const last = { answer: ' Non ', received: instant(DUE - 1), now: DUE }
    expect(refuseCategory(facts({ open }), signatory, last)).toMatchObject({
      ok: true,
      value: { proposal: { state: 'refused', answer: expect.stringContaining('Non') } },
    })
    expect(refuseCategory(facts({ open }), signatory, { ...last, received: DUE })).toMatchObject({
      reason: 'deadline-passed',
    })
    expect(refuseCategory(facts({ open }), signatory, { ...last, answer: '\u0000' })).toMatchObject({
      reason: 'unreadable-text',
    })
    expect(refuseCategory(facts({ open }), editor, last)).toMatchObject({ reason: 'not-signatory' })
  })

  it('that never comes lets the desk take the proposal back', () => {
    expect(takeBackCategory(facts({ open }), clerk('k2'), DUE)).toMatchObject({
      ok: true,
      value: {
        proposal: { state: 'taken_back', settledBy: 'k2', settledAt: DUE },
        notices: [{ name: 'category-taken-back' }, { name: 'category-taken-back' }],
      },
    })
    expect(takeBackCategory(facts(), clerk('k2'), DUE)).toMatchObject({ reason: 'no-open-category' })
    const late = facts({ open, context: aContext('evaluation') })
    expect(takeBackCategory(late, clerk('k2'), DUE)).toMatchObject({ reason: 'wrong-phase' })
  })
})
