import { describe, expect, it } from 'vitest'
import { answerComplaint, fileComplaint, reopenComplaint } from '#app/domain/complaint/complaint.ts'
import { instant, toIso } from '#app/domain/kernel/instant.ts'
import { anActor } from '../access/an-actor.ts'
import { at, offsetAt } from '../campaign/a-campaign.ts'
import type { Complaint } from '#app/domain/complaint/complaint.ts'

const NOW = at('2026-07-01T09:00:00Z')
const input = {
  id: 'x',
  campaignId: 'c1',
  number: 'RC-1',
  kind: 'complaint',
  about: 'results',
  text: 'Texte',
  days: 60,
  releasedAt: NOW,
  desk: ['k1'],
} as const
const author = anActor()
const filed = (): Complaint => {
  const done = fileComplaint(input, author, NOW, offsetAt)
  if (!done.ok) throw new Error(done.reason)
  return done.value.complaint
}
const other = anActor({ personId: 'k9' })
const answer = { outcome: 'unfounded', answer: 'Réponse motivée' } as const

describe('a complaint', () => {
  it('is received with its due date and told to its author and the desk', () => {
    expect(toIso(filed().dueAt)).toBe('2026-08-30T15:30:00.000Z')
    expect(fileComplaint(input, author, NOW, offsetAt)).toMatchObject({
      value: { notices: [{ to: { personId: 'me' } }, { to: { personId: 'k1' } }] },
    })
  })
  it('about results is refused once the window has closed, an observation is not', () => {
    const late = at('2026-08-30T15:30:00Z')
    expect(fileComplaint(input, author, instant(late - 1), offsetAt).ok).toBe(true)
    expect(fileComplaint(input, author, late, offsetAt)).toMatchObject({ reason: 'window-closed' })
    expect(fileComplaint({ ...input, kind: 'observation' }, author, late, offsetAt).ok).toBe(true)
    expect(fileComplaint({ ...input, text: ' ' }, author, NOW, offsetAt)).toMatchObject({
      reason: 'text-required',
    })
    expect(fileComplaint({ ...input, text: '\0' }, author, NOW, offsetAt)).toMatchObject({
      reason: 'unreadable-text',
    })
  })
  it('is answered with reasons by somebody not involved', () => {
    expect(answerComplaint(filed(), other, ['k1'], answer)).toMatchObject({
      ok: true,
      value: { complaint: { state: 'answered', answeredBy: 'k9' } },
    })
    expect(answerComplaint(filed(), other, ['k9'], answer)).toMatchObject({ reason: 'took-part' })
    expect(answerComplaint(filed(), author, [], answer)).toMatchObject({ reason: 'took-part' })
    expect(answerComplaint(filed(), other, [], { ...answer, answer: '' })).toMatchObject({
      reason: 'answer-required',
    })
    expect(answerComplaint({ ...filed(), state: 'answered' }, other, [], answer)).toMatchObject({
      reason: 'already-answered',
    })
  })
  it('is reopened once, by its author, and answered again', () => {
    const answered: Complaint = { ...filed(), state: 'answered' }
    const again = reopenComplaint(answered, author, 60, NOW, offsetAt)
    expect(again).toMatchObject({ ok: true, value: { complaint: { state: 'reopened', reopened: true } } })
    expect(again.ok && answerComplaint(again.value.complaint, other, [], answer).ok).toBe(true)
    expect(reopenComplaint(answered, other, 60, NOW, offsetAt)).toMatchObject({ reason: 'not-author' })
    expect(reopenComplaint(filed(), author, 60, NOW, offsetAt)).toMatchObject({ reason: 'not-answered' })
    expect(reopenComplaint({ ...answered, reopened: true }, author, 60, NOW, offsetAt)).toMatchObject({
      reason: 'already-reopened',
    })
  })
})
