import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { inTime, LONGEST_WAIT } from '#app/domain/nomination/deadline.ts'
import {
  NOMINATION_ACTS,
  NOMINATION_STATES,
  NOMINATION_TRANSITIONS,
  transition,
} from '#app/domain/nomination/nomination.ts'
import { buildReference, parseReference } from '#app/domain/nomination/reference.ts'
import { startNomination } from '#app/domain/nomination/start-nomination.ts'
import { submitNomination } from '#app/domain/nomination/submit-nomination.ts'
import { cancelVisa, requestVisa } from '#app/domain/nomination/visa.ts'
import { noticeProblems } from '#app/domain/notice/notice.ts'
import { resubmitNomination, withdrawNomination } from '#app/domain/nomination/withdraw-nomination.ts'
import { aCampaign } from '../campaign/a-campaign.ts'
import {
  aContext,
  aNomination,
  answered,
  BEFORE,
  CLOSES,
  editor,
  FULL,
  signatory,
  stranger,
  submitFacts,
  submitInput,
} from './a-nomination.ts'

describe('the transition table', () => {
  it('reaches no state outside the list, and stays in terminal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NOMINATION_ACTS), { maxLength: 25 }), (acts) => {
        let nomination = aNomination()
        for (const act of acts) {
          const before = nomination.state
          const moved = transition(nomination, act)
          const listed = (NOMINATION_TRANSITIONS[act].from as readonly string[]).includes(before)
          expect(moved.ok).toBe(listed)
          if (moved.ok) nomination = moved.value
          expect(NOMINATION_STATES).toContain(nomination.state)
          if (before === 'disqualified') expect(nomination.state).toBe('disqualified')
        }
      }),
    )
  })
  it('decides a file only once it was submitted', () => {
    for (const act of ['admit', 'reject', 'requestCompletion'] as const) {
      expect(NOMINATION_TRANSITIONS[act].from).toEqual(['submitted'])
    }
  })
})

describe('the deadline', () => {
  it('is passed at its own millisecond and not one before', () => {
    expect(inTime(instant(CLOSES - 1), instant(CLOSES - 1), CLOSES).ok).toBe(true)
    expect(inTime(CLOSES, CLOSES, CLOSES)).toMatchObject({ reason: 'deadline-passed' })
    expect(inTime(instant(CLOSES + 1), instant(CLOSES + 1), CLOSES)).toMatchObject({
      reason: 'deadline-passed',
    })
  })
  it('lets the statement run after closing, but not five minutes and a millisecond later', () => {
    const received = instant(CLOSES - 1)
    expect(inTime(received, instant(received + LONGEST_WAIT), CLOSES).ok).toBe(true)
    expect(inTime(received, instant(received + LONGEST_WAIT + 1), CLOSES)).toMatchObject({
      reason: 'waited-too-long',
    })
  })
  it('depends on the arrival alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 0, max: LONGEST_WAIT }),
        (offset, wait) => {
          const received = instant(CLOSES + offset)
          expect(inTime(received, instant(received + wait), CLOSES).ok).toBe(offset < 0)
        },
      ),
    )
  })
})

describe('a reference', () => {
  it('is built and read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 999_999 }),
        (year, sequence) => {
          const built = buildReference({ series: 'EMT', year, sequence })
          expect(built.ok && parseReference(built.value)).toEqual({
            ok: true,
            value: { series: 'EMT', year, sequence },
          })
        },
      ),
    )
    expect(buildReference({ series: 'EMT', year: 2026, sequence: 12 })).toEqual({
      ok: true,
      value: 'EMT-2026-0012',
    })
  })
  it.each(['emt-2026-0012', ' EMT 2026 0012 ', 'EMT–2026–0012', 'EMT-٢٠٢٦-٠٠١٢'])(
    'is read as typed: %s',
    (typed) => {
      expect(parseReference(typed)).toMatchObject({ ok: true, value: { year: 2026, sequence: 12 } })
    },
  )
  it.each(['', 'EMT-2026', 'EMT-2026-12', 'EMT-2026-00012', "EMT-2026-0012'--", '=EMT-2026-0012'])(
    'is not read: %j',
    (typed) => {
      expect(parseReference(typed)).toMatchObject({ ok: false, reason: 'reference-unreadable' })
    },
  )
  it('is not built from zero or half a number', () => {
    for (const sequence of [0, -1, 1.5, 10_000_000])
      expect(buildReference({ series: 'EMT', year: 2026, sequence }).ok).toBe(false)
  })
})

describe('startNomination', () => {
  const facts = {
    campaign: aCampaign({ phase: 'nominations' }),
    existing: [],
    administration: { id: 'a1', type: 'agency', state: 'approved' as const },
  }
  const input = { id: 'n9', categoryCode: 'e-contenu', sequence: 7, now: BEFORE }
  it('gives a draft with its reference', () => {
    expect(startNomination(facts, editor, input)).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'draft', reference: 'EMT-2026-0007', version: 1 },
        entry: { act: 'nominationStarted' },
      },
    })
  })
  const full = [1, 2].map(() => ({ categoryCode: 'e-contenu', administrationId: 'a1', state: 'draft' }))
  it.each([
    ['not-mandated', facts, stranger, input],
    ['wrong-phase', { ...facts, campaign: aCampaign() }, editor, input],
    ['deadline-passed', facts, editor, { ...input, now: CLOSES }],
    [
      'administration-not-approved',
      { ...facts, administration: { ...facts.administration, state: 'requested' as const } },
      editor,
      input,
    ],
    [
      'administration-type',
      { ...facts, administration: { ...facts.administration, type: 'club' } },
      editor,
      input,
    ],
    ['unknown-category', facts, editor, { ...input, categoryCode: 'x' }],
    ['quota-reached', { ...facts, existing: full }, editor, input],
    ['reference-unreadable', facts, editor, { ...input, sequence: 0 }],
  ])('refuses with %s', (reason, given, actor, asked) => {
    expect(startNomination(given, actor, asked)).toMatchObject({ ok: false, reason })
  })
  it.each([
    ['errors.choice', facts, { ...input, categoryCode: 'x' }],
    ['errors.quota', { ...facts, existing: full }, input],
  ])('says %s at the field in which the category was chosen', (message, given, asked) =>
    expect(startNomination(given, editor, asked)).toMatchObject({ fields: { categoryCode: message } }),
  )
})

describe('the visa', () => {
  it('is asked by an editor, freezes the dossier, tells the signatory, and is called back', () => {
    const asked = requestVisa(submitFacts(), editor, BEFORE)
    expect(asked).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'awaiting_visa', visaRequestedBy: 'ed' },
        notices: [{ name: 'visa-requested', to: { personId: 'sig' } }],
      },
    })
    const back = asked.ok && cancelVisa(asked.value.nomination, aContext(), editor)
    expect(back).toMatchObject({ ok: true, value: { nomination: { state: 'draft', visaRequestedBy: null } } })
  })
  it.each([
    ['not-mandated', submitFacts(), stranger, BEFORE],
    ['wrong-phase', submitFacts({ context: aContext('screening') }), editor, BEFORE],
    ['deadline-passed', submitFacts(), editor, CLOSES],
    ['wrong-state', submitFacts({ nomination: aNomination({ state: 'submitted' }) }), editor, BEFORE],
    ['incomplete', submitFacts({ answers: answered({ ...FULL, url: '' }) }), editor, BEFORE],
    ['no-signatory', submitFacts({ context: { ...aContext(), signatories: [] } }), editor, BEFORE],
  ])('is refused with %s', (reason, facts, actor, now) => {
    expect(requestVisa(facts, actor, now)).toMatchObject({ ok: false, reason })
  })
  it('is not called back from a draft', () => {
    expect(cancelVisa(aNomination(), aContext(), editor)).toMatchObject({ reason: 'wrong-state' })
  })
})

describe('submitNomination', () => {
  it('freezes version 1 with its hash and gives the receipt’s facts', () => {
    const facts = submitFacts({ nomination: aNomination({ state: 'awaiting_visa' }) })
    const done = submitNomination(facts, signatory, submitInput(facts))
    expect(done).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'submitted', depositedVersions: 1, submittedAt: BEFORE },
        dossier: {
          number: 1,
          kind: 'submission',
          receivedAt: BEFORE,
          signatoryId: 'sig',
          receiptNumber: 'AR-2026-0001',
        },
        notices: [{ name: 'nomination-received' }, { name: 'nomination-received' }],
      },
    })
    expect(done.ok && done.value.notices.flatMap(noticeProblems)).toEqual([])
    const fields = done.ok ? done.value.dossier.content.answers.map(({ field }) => field) : []
    expect(fields).not.toContain('accessAccount')
    expect(fields).toEqual([...fields].sort())
  })
  it('takes the last millisecond and not the closing', () => {
    const facts = submitFacts()
    const last = instant(CLOSES - 1)
    expect(
      submitNomination(facts, signatory, submitInput(facts, { received: last, statementAt: last })).ok,
    ).toBe(true)
    expect(
      submitNomination(facts, signatory, submitInput(facts, { received: CLOSES, statementAt: CLOSES })),
    ).toMatchObject({ reason: 'deadline-passed' })
  })
  const facts = submitFacts()
  it.each([
    ['not-signatory', facts, editor, {}],
    ['not-mandated', facts, stranger, {}],
    ['wrong-phase', submitFacts({ context: aContext('screening') }), signatory, {}],
    ['waited-too-long', facts, signatory, { statementAt: instant(BEFORE + LONGEST_WAIT + 1) }],
    ['wrong-state', submitFacts({ nomination: aNomination({ state: 'submitted' }) }), signatory, {}],
    ['wrong-state', submitFacts({ nomination: aNomination({ state: 'withdrawn' }) }), signatory, {}],
    ['incomplete', submitFacts({ answers: [] }), signatory, {}],
    ['dossier-changed', facts, signatory, { seenDigest: 'other' }],
  ])('refuses with %s', (reason, given, actor, over) => {
    expect(submitNomination(given, actor, submitInput(given, over))).toMatchObject({ ok: false, reason })
  })
  it('names each field that is missing', () => {
    const given = submitFacts({ answers: answered({ ...FULL, 'title.fr': ' ', accuracy: 'no' }) })
    expect(submitNomination(given, signatory, submitInput(given))).toMatchObject({
      fields: { 'title.fr': 'errors.answer.missing', accuracy: 'errors.answer.not-declared' },
    })
  })
})

describe('withdrawing', () => {
  it('keeps the deposited versions and lets the dossier be taken up again until the closing', () => {
    const deposited = aNomination({ state: 'submitted', depositedVersions: 1, submittedAt: BEFORE })
    const out = withdrawNomination(deposited, aContext(), signatory, BEFORE)
    expect(out).toMatchObject({
      ok: true,
      value: { nomination: { state: 'withdrawn', depositedVersions: 1 } },
    })
    if (!out.ok) return
    const again = resubmitNomination(out.value.nomination, aContext(), editor, BEFORE)
    expect(again).toMatchObject({ ok: true, value: { nomination: { state: 'draft', depositedVersions: 1 } } })
    if (!again.ok) return
    const facts = submitFacts({ nomination: again.value.nomination })
    expect(submitNomination(facts, signatory, submitInput(facts))).toMatchObject({
      ok: true,
      value: { dossier: { number: 2 } },
    })
    expect(resubmitNomination(out.value.nomination, aContext(), editor, CLOSES)).toMatchObject({
      reason: 'deadline-passed',
    })
    expect(resubmitNomination(out.value.nomination, aContext('screening'), editor, BEFORE)).toMatchObject({
      reason: 'wrong-phase',
    })
  })
  it.each([
    ['not-signatory', aNomination(), 'nominations', editor],
    ['not-mandated', aNomination(), 'nominations', stranger],
    ['wrong-phase', aNomination({ state: 'admissible' }), 'deliberation', signatory],
    ['wrong-state', aNomination({ state: 'inadmissible' }), 'evaluation', signatory],
  ] as const)('is refused with %s', (reason, nomination, phase, actor) => {
    expect(withdrawNomination(nomination, aContext(phase), actor, BEFORE)).toMatchObject({
      ok: false,
      reason,
    })
  })
})
