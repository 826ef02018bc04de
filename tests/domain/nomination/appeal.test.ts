import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import {
  appealNumber,
  appealReceived,
  appealTerm,
  contestable,
  fileAppeal,
} from '#app/domain/nomination/appeal.ts'
import {
  type AppealAnswer,
  proposeAppealAnswer,
  returnAppealAnswer,
  validateAppealAnswer,
} from '#app/domain/nomination/appeal-answer.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'
import { aRegulation, offsetAt } from '../campaign/a-campaign.ts'
import { aContext, aNomination, CLOSES, clerk, editor, signatory } from './a-nomination.ts'

const NOW = instant(CLOSES + 1000)
const nomination = aNomination({ state: 'inadmissible' })
const window = {
  ...{ nomination, decision: { id: 'd' } },
  ...{ until: instant(NOW + 1), dueAt: instant(NOW + 2), earlier: null },
}
const typed = { id: 'ap', number: 'RI-2026-0001', grounds: 'Motifs' }
const filed = fileAppeal(window, signatory, typed, NOW)
const appeal = filed.ok ? filed.value.appeal : null
const answering = (live: AppealAnswer | null = null) => {
  if (appeal === null) throw new Error('the appeal was refused')
  const context = aContext('screening')
  return { nomination, context, appeal, involved: ['k1', 'k2'], desk: ['k3', 'k4'], live }
}
const answer = { id: 'r', outcome: 'upheld', reasons: ['fact-mistaken'], answer: 'Fondé' } as const
const decision = (of: Partial<ScreeningDecision>): ScreeningDecision => ({
  ...{ id: 'd', nominationId: 'n1', outcome: 'inadmissible', reasons: [], comment: null, state: 'validated' },
  ...{ proposedBy: 'k1', proposedAt: NOW, settledBy: 'k2', settledAt: NOW, ...of },
})

describe('an appeal', () => {
  it('has a number, a due instant, and is told to the team and to those who may answer', () => {
    expect(filed).toMatchObject({
      ok: true,
      value: {
        appeal: { number: 'RI-2026-0001', dueAt: NOW + 2, until: NOW + 1, filedAt: NOW },
        entry: { act: 'appealFiled', facts: { number: 'RI-2026-0001' } },
      },
    })
    const notices =
      appeal === null ? [] : appealReceived(appeal, nomination, aContext('screening'), ['k3', 'k4'])
    const told = notices.map(({ name, to }) => `${name} ${JSON.stringify(to)}`)
    expect(told.filter((one) => one.startsWith('appeal-received'))).not.toEqual([])
    expect(told.filter((one) => one.startsWith('appeal-to-answer'))).toEqual([
      'appeal-to-answer {"personId":"k3"}',
      'appeal-to-answer {"personId":"k4"}',
    ])
    expect(appealNumber(2026, 12)).toBe('RI-2026-0012')
  })
  it('contests the one validated decision of inadmissibility', () => {
    const returned = decision({ id: 'x', state: 'returned' })
    expect(contestable([returned, decision({})])?.id).toBe('d')
    expect(contestable([returned])).toBeNull()
    expect(contestable([decision({ outcome: 'admissible' })])).toBeNull()
  })
  it('has until the closing hour of the last working day of its regulation', () => {
    const friday = instant(Date.UTC(2026, 0, 2, 10))
    const until = appealTerm(friday, { screening: aRegulation.screening, holidays: [] }, offsetAt)
    expect(new Date(until).getUTCDay()).toBe(5)
    expect(Math.floor((until - friday) / 86_400_000)).toBe(7)
  })
  it.each([
    ['already-appealed', { ...window, earlier: appeal }, signatory, typed],
    ['window-closed', { ...window, until: NOW }, signatory, typed],
    ['not-signatory', window, editor, typed],
    ['wrong-state', { ...window, nomination: aNomination({ state: 'admissible' }) }, signatory, typed],
    ['grounds-required', window, signatory, { ...typed, grounds: '\n' }],
    ['grounds-required', window, signatory, { ...typed, grounds: '\u200B\u2060 \u3164' }],
  ])('is refused with %s', (reason, given, actor, asked) => {
    expect(fileAppeal(given, actor, asked, NOW)).toMatchObject({ ok: false, reason })
  })
})

describe('the answer to an appeal', () => {
  const proposed = proposeAppealAnswer(answering(), clerk('k3'), answer, NOW)
  const live = proposed.ok ? proposed.value.answer : null
  const dismissed = live && { ...live, outcome: 'dismissed' as const }

  it('is proposed by a hand that did not decide, and told to the others alone', () => {
    expect(proposed).toMatchObject({
      value: {
        answer: { state: 'proposed', proposedBy: 'k3', reasons: ['fact-mistaken'] },
        notices: [{ name: 'appeal-to-validate', to: { personId: 'k4' } }],
      },
    })
  })
  it('names each of its reasons once, however often a form repeats it', () => {
    const doubled = { ...answer, reasons: ['fact-mistaken', 'fact-mistaken'] }
    expect(proposeAppealAnswer(answering(), clerk('k3'), doubled, NOW)).toMatchObject({
      value: { answer: { reasons: ['fact-mistaken'] }, entry: { facts: { reasons: ['fact-mistaken'] } } },
    })
  })
  it.each([
    ['took-part', answering(), clerk('k1'), answer],
    ['already-proposed', answering(live), clerk('k4'), answer],
    ['already-answered', answering(live && { ...live, state: 'validated' }), clerk('k4'), answer],
    ['answer-required', answering(), clerk('k3'), { ...answer, answer: '' }],
    ['reason-required', answering(), clerk('k3'), { ...answer, reasons: [] }],
    ['reason-unfit', answering(), clerk('k3'), { ...answer, reasons: ['fact-mistaken', 'condition-unmet'] }],
    [
      'wrong-state',
      { ...answering(), nomination: aNomination({ state: 'admissible' }) },
      clerk('k3'),
      answer,
    ],
  ])('is not proposed: %s', (reason, given, actor, asked) => {
    expect(proposeAppealAnswer(given, actor, asked, NOW)).toMatchObject({ ok: false, reason })
  })
  it('admits the nomination, and tells the team as every admitted one is told', () => {
    const validated = validateAppealAnswer(answering(live), clerk('k4'), NOW)
    expect(validated).toMatchObject({
      value: { nomination: { state: 'admissible' }, answer: { state: 'validated', settledBy: 'k4' } },
    })
    const names = validated.ok ? validated.value.notices.map(({ name }) => name) : []
    expect(new Set(names)).toEqual(new Set(['appeal-answered', 'admissible']))
  })
  it('moves nothing when it dismisses', () => {
    const validated = validateAppealAnswer(answering(dismissed), clerk('k4'), NOW)
    expect(validated).toMatchObject({ value: { nomination: { state: 'inadmissible' } } })
    const names = validated.ok ? validated.value.notices.map(({ name }) => name) : []
    expect(new Set(names)).toEqual(new Set(['appeal-answered']))
  })
  it.each([
    ['own-proposal', answering(live), clerk('k3')],
    ['took-part', answering(live), clerk('k1')],
    ['not-proposed', answering(), clerk('k4')],
  ])('is not settled: %s', (reason, given, actor) => {
    expect(validateAppealAnswer(given, actor, NOW)).toMatchObject({ ok: false, reason })
    expect(returnAppealAnswer(given, actor, 'Citez', NOW)).toMatchObject({ ok: false, reason })
  })
  it('goes back with a note', () => {
    expect(returnAppealAnswer(answering(live), clerk('k4'), ' ', NOW)).toMatchObject({
      reason: 'note-required',
    })
    expect(returnAppealAnswer(answering(live), clerk('k4'), 'Citez', NOW)).toMatchObject({
      value: {
        answer: { state: 'returned' },
        notices: [{ name: 'appeal-returned', to: { personId: 'k3' }, facts: { note: 'Citez' } }],
      },
    })
  })
})
