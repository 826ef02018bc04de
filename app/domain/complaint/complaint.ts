import { ok, refuse } from '../kernel/result.ts'
import { cleanText } from '../kernel/clean-text.ts'
import { CLOSING_MINUTE, dateAfter, legalDate, legalInstant } from '../kernel/working-days.ts'
import { notify } from '../notice/notice.ts'
import type { Actor } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'

export const COMPLAINT_KINDS = ['observation', 'proposition', 'complaint'] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]
/** What a founded complaint about results may lead to; a second evaluation is not among them. */
export const COMPLAINT_OUTCOMES = ['answered', 'unfounded', 'material_error', 'procedure_breach'] as const
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number]
export const COMPLAINT_STATES = ['received', 'answered', 'reopened'] as const

export type Complaint = {
  readonly id: string
  readonly campaignId: string
  readonly number: string
  readonly kind: ComplaintKind
  readonly about: 'results' | 'procedure' | 'service'
  readonly text: string
  readonly authorId: string
  readonly state: (typeof COMPLAINT_STATES)[number]
  readonly filedAt: Instant
  readonly dueAt: Instant
  readonly reopened: boolean
  readonly outcome: ComplaintOutcome | null
  readonly answer: string | null
  readonly answeredBy: string | null
}
export type Told = {
  readonly complaint: Complaint
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type FileReason = 'text-required' | 'unreadable-text' | 'window-closed'
export type AnswerReason = 'took-part' | 'already-answered' | 'answer-required' | 'unreadable-text'
export type ReopenReason = 'not-author' | 'not-answered' | 'already-reopened'

const entry = (act: Act, { id, campaignId, number, kind }: Complaint): EntryDraft => ({
  act,
  subject: { type: 'complaint', id },
  campaignId,
  facts: { number, kind },
})

/** The statutory due instant: closing hour of the last of `days` calendar days. */
export const complaintDue = (from: Instant, days: number, offsetAt: OffsetAt): Instant =>
  legalInstant(dateAfter(legalDate(from, offsetAt), days), CLOSING_MINUTE, offsetAt)

export type FileInput = {
  readonly id: string
  readonly campaignId: string
  readonly number: string
  readonly kind: ComplaintKind
  readonly about: Complaint['about']
  readonly text: string
  /** Days within which results may be complained of, and within which an answer is due. */
  readonly days: number
  readonly releasedAt: Instant | null
  readonly desk: readonly string[]
}

/**
 * Receives an observation, proposition or complaint with its number and due date. A complaint about results is
 * refused once its window after the release has closed; observations and propositions always pass.
 */
export function fileComplaint(
  input: FileInput,
  actor: Actor,
  now: Instant,
  offsetAt: OffsetAt,
): Result<Told, FileReason> {
  const text = cleanText(input.text, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { text: 'errors.control' })
  if (text.value.trim() === '') return refuse('text-required', {}, { text: 'errors.required' })
  const { releasedAt, days, desk, ...rest } = input
  const windowEnds = releasedAt === null ? null : complaintDue(releasedAt, days, offsetAt)
  if (input.kind === 'complaint' && input.about === 'results' && windowEnds !== null && now >= windowEnds) {
    return refuse('window-closed', { until: windowEnds })
  }
  const complaint: Complaint = {
    ...rest,
    text: text.value,
    authorId: actor.personId,
    state: 'received',
    filedAt: now,
    dueAt: complaintDue(now, days, offsetAt),
    reopened: false,
    outcome: null,
    answer: null,
    answeredBy: null,
  }
  const told = { number: complaint.number, dueAt: complaint.dueAt }
  return ok({
    complaint,
    entry: entry('complaintReceived', complaint),
    notices: notify('complaint-received', [actor.personId, ...desk], complaint.campaignId, told),
  })
}

/** Answers with reasons, by somebody who took no part in the decision complained of. */
export function answerComplaint(
  complaint: Complaint,
  actor: Actor,
  involved: readonly string[],
  typed: { readonly outcome: ComplaintOutcome; readonly answer: string },
): Result<Told, AnswerReason> {
  if (involved.includes(actor.personId) || complaint.authorId === actor.personId) return refuse('took-part')
  if (complaint.state === 'answered') return refuse('already-answered')
  const answer = cleanText(typed.answer, 'prose')
  if (!answer.ok) return refuse('unreadable-text', {}, { answer: 'errors.control' })
  if (answer.value.trim() === '') return refuse('answer-required', {}, { answer: 'errors.required' })
  const answered: Complaint = {
    ...complaint,
    state: 'answered',
    outcome: typed.outcome,
    answer: answer.value,
    answeredBy: actor.personId,
  }
  return ok({
    complaint: answered,
    entry: entry('complaintAnswered', answered),
    notices: notify('complaint-answered', [complaint.authorId], complaint.campaignId, {
      number: complaint.number,
    }),
  })
}

/** Reopens an answered complaint, once, by its author; the clock of the answer starts again. */
export function reopenComplaint(
  complaint: Complaint,
  actor: Actor,
  days: number,
  now: Instant,
  offsetAt: OffsetAt,
): Result<Told, ReopenReason> {
  if (complaint.authorId !== actor.personId) return refuse('not-author')
  if (complaint.state !== 'answered') return refuse('not-answered')
  if (complaint.reopened) return refuse('already-reopened')
  const dueAt = complaintDue(now, days, offsetAt)
  const reopened: Complaint = { ...complaint, state: 'reopened', reopened: true, dueAt }
  return ok({ complaint: reopened, entry: entry('complaintReopened', reopened), notices: [] })
}
