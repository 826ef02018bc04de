import { describe, expect, it } from 'vitest'
import { instant, toIso } from '#app/domain/kernel/instant.ts'
import {
  answerCompletion,
  lapseCompletion,
  requestCompletion,
  screeningDays,
} from '#app/domain/nomination/completion.ts'
import { at, offsetAt } from '../campaign/a-campaign.ts'
import {
  aContext,
  aNomination,
  clerk,
  editor,
  signatory,
  stranger,
  submitFacts,
  submitInput,
} from './a-nomination.ts'
import type { CompletionRequest } from '#app/domain/nomination/completion.ts'

const work = { holidays: [] as string[], offsetAt }
const NOW = at('2026-05-04T09:00:00Z')
const facts = (over = {}) => ({
  nomination: aNomination({ state: 'submitted', depositedVersions: 1 }),
  context: aContext('screening'),
  earlier: null,
  workingDays: 5,
  work,
  ...over,
})
const draft = {
  id: 'r1',
  reasons: ['evidence-unreadable', 'evidence-unreadable'],
  message: 'Merci de joindre…',
}
const request: CompletionRequest = {
  id: 'r1',
  nominationId: 'n1',
  reasons: ['evidence-missing'],
  message: 'm',
  requestedBy: 'k1',
  requestedAt: NOW,
  dueAt: at('2026-05-11T15:30:00Z'),
  answeredAt: null,
  lapsedAt: null,
}
const waiting = aNomination({ state: 'completion_requested', depositedVersions: 1, submittedAt: NOW })

describe('a completion request', () => {
  it('is due in working days and stops the clock', () => {
    const asked = requestCompletion(facts(), clerk('k1'), draft, NOW)
    expect(asked).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'completion_requested' },
        request: { reasons: ['evidence-unreadable'] },
        notices: [{ name: 'completion-requested' }, {}],
      },
    })
    expect(asked.ok && toIso(asked.value.request.dueAt)).toBe('2026-05-11T15:30:00.000Z')
  })
  it.each([
    ['already-requested', facts({ earlier: { ...request, answeredAt: NOW } }), draft],
    ['wrong-phase', facts({ context: aContext('evaluation') }), draft],
    ['wrong-state', facts({ nomination: aNomination({ state: 'draft' }) }), draft],
    ['reason-required', facts(), { ...draft, reasons: [] }],
    ['unknown-reason', facts(), { ...draft, reasons: ['x'] }],
    ['message-required', facts(), { ...draft, message: '' }],
    ['unreadable-text', facts(), { ...draft, message: String.fromCodePoint(0) }],
  ])('is refused with %s', (reason, given, asked) => {
    expect(requestCompletion(given, clerk('k1'), asked, NOW)).toMatchObject({ ok: false, reason })
  })
  it('is answered by a second version, received before its due instant', () => {
    const given = submitFacts({ nomination: waiting, context: aContext('screening') })
    const last = instant(request.dueAt - 1)
    const input = submitInput(given, { received: last, statementAt: last })
    expect(answerCompletion(given, request, signatory, input)).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'submitted', depositedVersions: 2, submittedAt: NOW },
        dossier: { number: 2, kind: 'completion' },
        request: { answeredAt: last },
        entry: { act: 'completionAnswered' },
      },
    })
    const late = submitInput(given, { received: request.dueAt, statementAt: request.dueAt })
    expect(answerCompletion(given, request, signatory, late)).toMatchObject({ reason: 'deadline-passed' })
    expect(answerCompletion(given, null, signatory, input)).toMatchObject({ reason: 'no-open-request' })
    expect(answerCompletion(given, { ...request, lapsedAt: NOW }, signatory, input)).toMatchObject({
      reason: 'no-open-request',
    })
    expect(answerCompletion(given, request, editor, input)).toMatchObject({ reason: 'not-signatory' })
    expect(answerCompletion(given, request, stranger, input)).toMatchObject({ reason: 'not-mandated' })
  })
  it('lapses at its due instant and not before', () => {
    expect(
      lapseCompletion(waiting, request, aContext('screening'), instant(request.dueAt - 1)),
    ).toMatchObject({ reason: 'not-due' })
    expect(lapseCompletion(waiting, request, aContext('screening'), request.dueAt)).toMatchObject({
      ok: true,
      value: { nomination: { state: 'submitted' }, request: { lapsedAt: request.dueAt } },
    })
    expect(
      lapseCompletion(waiting, { ...request, answeredAt: NOW }, aContext('screening'), request.dueAt),
    ).toMatchObject({ reason: 'no-open-request' })
  })
  it('takes the days of waiting off the clock of the secretariat', () => {
    const submitted = at('2026-04-30T09:00:00Z')
    const until = at('2026-05-13T09:00:00Z')
    expect(screeningDays(submitted, null, until, work)).toBe(9)
    expect(
      screeningDays(submitted, { ...request, answeredAt: at('2026-05-08T09:00:00Z') }, until, work),
    ).toBe(5)
    expect(screeningDays(submitted, request, until, work)).toBe(2)
  })
})
