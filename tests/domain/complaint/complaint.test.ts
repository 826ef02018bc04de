import { describe, expect, it } from 'vitest'
import {
  answerComplaint,
  fileComplaint,
  receivedNotices,
  reopenComplaint,
} from '#app/domain/complaint/complaint.ts'
import { complaintNumber } from '#app/domain/complaint/number.ts'
import { instant, toIso } from '#app/domain/kernel/instant.ts'
import { anActor } from '../access/an-actor.ts'
import { at, offsetAt } from '../campaign/a-campaign.ts'
import type { Complaint } from '#app/domain/complaint/complaint.ts'

const NOW = at('2026-07-01T09:00:00Z')
const input = {
  id: 'x',
  campaignId: 'c1',
  nominationId: 'n1',
  administrationId: 'a1',
  number: 'RC-1',
  kind: 'complaint',
  about: 'results',
  text: 'Texte',
  days: 60,
  releasedAt: NOW,
} as const
const author = anActor()
const filed = (): Complaint => {
  const done = fileComplaint(input, author, NOW, offsetAt)
  if (!done.ok) throw new Error(done.reason)
  return done.value.complaint
}
const other = anActor({ personId: 'k9' })
const answer = { round: 1, outcome: 'unfounded', answer: 'Réponse motivée' } as const
const answered = (): Complaint => ({ ...filed(), state: 'answered' })
const again = { text: 'La réponse ignore la pièce 3.', days: 60 } as const
const reopened = (): Complaint => {
  const done = reopenComplaint(answered(), author, again, NOW, offsetAt)
  if (!done.ok) throw new Error(done.reason)
  return done.value.complaint
}

describe('a complaint', () => {
  it('is received with its due date and told to its author and the desk', () => {
    expect(toIso(filed().dueAt)).toBe('2026-08-30T15:30:00.000Z')
    expect(fileComplaint(input, author, NOW, offsetAt)).toMatchObject({
      value: {
        entry: { act: 'complaintReceived', subject: { type: 'complaint', id: 'x' } },
      },
    })
    expect(receivedNotices(filed(), ['k1'])).toMatchObject([
      { name: 'complaint-received', to: { personId: 'me' } },
      { name: 'complaint-to-answer', to: { personId: 'k1' } },
    ])
    expect(complaintNumber(2026, 7)).toBe('RE-2026-0007')
  })
  it('about results is refused once the window has closed, an observation is not', () => {
    const late = at('2026-08-30T15:30:00Z')
    expect(fileComplaint(input, author, instant(late - 1), offsetAt).ok).toBe(true)
    expect(fileComplaint(input, author, late, offsetAt)).toMatchObject({ reason: 'window-closed' })
    expect(fileComplaint({ ...input, kind: 'observation' }, author, late, offsetAt).ok).toBe(true)
    expect(fileComplaint({ ...input, about: 'procedure' }, author, late, offsetAt).ok).toBe(true)
    expect(fileComplaint({ ...input, text: ' ' }, author, NOW, offsetAt)).toMatchObject({
      reason: 'text-required',
    })
    expect(fileComplaint({ ...input, text: '\0' }, author, NOW, offsetAt)).toMatchObject({
      reason: 'unreadable-text',
    })
  })
  it('is answered with reasons by somebody not involved', () => {
    expect(answerComplaint(filed(), other, ['k1'], answer, NOW)).toMatchObject({
      ok: true,
      value: {
        complaint: { state: 'answered' },
        answer: { round: 1, outcome: 'unfounded', answeredBy: 'k9' },
        notices: [{ name: 'complaint-answered', to: { personId: 'me' } }],
      },
    })
    const refusal = (complaint: Complaint, who = other, involved: string[] = [], typed = {}) =>
      answerComplaint(complaint, who, involved, { ...answer, ...typed }, NOW)
    expect(refusal(filed(), other, ['k9'])).toMatchObject({ reason: 'took-part' })
    expect(refusal(filed(), author)).toMatchObject({ reason: 'took-part' })
    expect(refusal(filed(), other, [], { answer: '' })).toMatchObject({ reason: 'answer-required' })
    expect(refusal(filed(), other, [], { answer: '\0' })).toMatchObject({ reason: 'unreadable-text' })
    expect(refusal(filed(), other, [], { round: 2 })).toMatchObject({ reason: 'stale-version' })
    expect(refusal(answered())).toMatchObject({ reason: 'complaint-answered' })
  })
  it('alone can be founded: an observation and a proposition are only answered', () => {
    for (const kind of ['observation', 'proposition'] as const) {
      const one = { ...filed(), kind }
      expect(answerComplaint(one, other, [], answer, NOW)).toMatchObject({ reason: 'outcome-unfit' })
      expect(answerComplaint(one, other, [], { ...answer, outcome: 'answered' }, NOW).ok).toBe(true)
    }
  })
  it('is reopened once, by its author who says why, and answered again', () => {
    const late = instant(NOW + 86_400_000)
    const told = reopenComplaint(answered(), author, again, late, offsetAt)
    expect(told).toMatchObject({
      value: {
        complaint: { state: 'reopened', reopenedAt: late, reopenText: again.text },
      },
    })
    expect(told.ok && toIso(told.value.complaint.dueAt)).toBe('2026-08-31T15:30:00.000Z')
    expect(answerComplaint(reopened(), other, [], { ...answer, round: 2 }, NOW)).toMatchObject({
      value: { answer: { round: 2 } },
    })
    const refusal = (complaint: Complaint, who = author, text: string = again.text) =>
      reopenComplaint(complaint, who, { ...again, text }, NOW, offsetAt)
    expect(refusal(answered(), other)).toMatchObject({ reason: 'not-author' })
    expect(refusal(filed())).toMatchObject({ reason: 'not-answered' })
    expect(refusal(answered(), author, ' ')).toMatchObject({ reason: 'text-required' })
    expect(refusal({ ...reopened(), state: 'answered' })).toMatchObject({ reason: 'already-reopened' })
  })
})
