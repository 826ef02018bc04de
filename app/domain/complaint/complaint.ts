import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { CLOSING_MINUTE, dateAfter, legalDate, legalInstant } from '../kernel/working-days.ts'
import { notify } from '../notice/notice.ts'
import type { Actor } from '../access/actor.ts'
import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Regulation } from '../campaign/regulation.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { OffsetAt } from '../kernel/working-days.ts'
import type { NoticeDraft } from '../notice/draft.ts'

export const COMPLAINT_KINDS = ['observation', 'proposition', 'complaint'] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]
export const COMPLAINT_SUBJECTS = ['results', 'procedure', 'service'] as const
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number]
/** What a founded complaint may lead to; a second evaluation is not among them. */
export const COMPLAINT_OUTCOMES = ['answered', 'unfounded', 'material_error', 'procedure_breach'] as const
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number]
export type ComplaintState = 'received' | 'answered' | 'reopened'

/** The internal target of a regulation that names none, in calendar days (section 13). */
const USUAL_TARGET_DAYS = 30
/** Calendar days within which the desk means to answer: never more than the regulation gives it. */
export const targetDays = ({ complaintDays, complaintTargetDays }: Regulation['publication']): number =>
  Math.min(complaintDays, complaintTargetDays ?? USUAL_TARGET_DAYS)

export type Complaint = {
  readonly id: string
  readonly campaignId: string
  readonly nominationId: string
  readonly administrationId: string
  readonly number: string
  readonly kind: ComplaintKind
  readonly about: ComplaintSubject
  readonly text: string
  readonly authorId: string
  readonly state: ComplaintState
  readonly filedAt: Instant
  readonly dueAt: Instant
  /** The one reopening: when, and why; null while there was none. */
  readonly reopenedAt: Instant | null
  readonly reopenText: string | null
}
/** `round` 1 answers what was filed, 2 the reopening. */
export type ComplaintAnswer = {
  readonly complaintId: string
  readonly round: 1 | 2
  readonly outcome: ComplaintOutcome
  readonly answer: string
  readonly answeredBy: string
  readonly answeredAt: Instant
}
export type Traced = { readonly entry: EntryDraft; readonly complaint: Complaint }
export type FileReason = 'text-required' | 'unreadable-text' | 'window-closed'
export type AnswerReason =
  | 'took-part'
  | 'complaint-answered'
  | 'answer-required'
  | 'unreadable-text'
  | 'outcome-unfit'
  | 'stale-version'
export type ReopenReason =
  'not-author' | 'not-answered' | 'already-reopened' | 'text-required' | 'unreadable-text'

const entry = (act: Act, { id, campaignId, number, kind }: Complaint, facts = {}): EntryDraft => ({
  act,
  subject: { type: 'complaint', id },
  campaignId,
  facts: { number, kind, ...facts },
})

/** The statutory due instant: closing hour of the last of `days` calendar days. */
export const complaintDue = (from: Instant, days: number, offsetAt: OffsetAt): Instant =>
  legalInstant(dateAfter(legalDate(from, offsetAt), days), CLOSING_MINUTE, offsetAt)

/** The round that an answer given now would close. */
export const roundOf = ({ reopenedAt }: Pick<Complaint, 'reopenedAt'>): 1 | 2 => (reopenedAt === null ? 1 : 2)

/** Only a complaint can be founded or not. */
export const outcomesOf = (kind: ComplaintKind): readonly ComplaintOutcome[] =>
  kind === 'complaint' ? COMPLAINT_OUTCOMES : ['answered']

function written<R extends string>(
  typed: string,
  field: string,
  empty: R,
): Result<string, R | 'unreadable-text'> {
  const text = cleanText(typed, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { [field]: 'errors.control' })
  return isBlank(text.value) ? refuse(empty, {}, { [field]: 'errors.required' }) : ok(text.value)
}

/** The author of what was filed or reopened, and the desk that may answer: each is led to a page of their own. */
export const receivedNotices = (complaint: Complaint, desk: readonly string[]): readonly NoticeDraft[] => {
  const { id, campaignId, number, dueAt, authorId } = complaint
  const told = { number, dueAt, complaintId: id }
  const desks = notify('complaint-to-answer', desk, campaignId, told)
  return [...notify('complaint-received', [authorId], campaignId, told), ...desks]
}

export type FileInput = Pick<
  Complaint,
  'id' | 'campaignId' | 'nominationId' | 'administrationId' | 'number' | 'kind' | 'about' | 'text'
> & {
  /** Days within which results may be complained of, and within which an answer is due. */
  readonly days: number
  readonly releasedAt: Instant | null
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
): Result<Traced, FileReason> {
  const text = written(input.text, 'text', 'text-required')
  if (!text.ok) return text
  const { releasedAt, days, ...rest } = input
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
    ...{ reopenedAt: null, reopenText: null },
  }
  return ok({ complaint, entry: entry('complaintReceived', complaint) })
}

export type Answering = {
  /** The round that the page of the answer showed. */
  readonly round: number
  readonly outcome: ComplaintOutcome
  readonly answer: string
}
export type Answered = Traced & {
  readonly answer: ComplaintAnswer
  readonly notices: readonly NoticeDraft[]
}
/** Answers with reasons, by somebody who took no part in the decision complained of. */
export function answerComplaint(
  complaint: Complaint,
  actor: Actor,
  involved: readonly string[],
  typed: Answering,
  now: Instant,
): Result<Answered, AnswerReason> {
  if (involved.includes(actor.personId) || complaint.authorId === actor.personId) return refuse('took-part')
  if (complaint.state === 'answered') return refuse('complaint-answered')
  const round = roundOf(complaint)
  if (typed.round !== round) return refuse('stale-version')
  if (!outcomesOf(complaint.kind).includes(typed.outcome))
    return refuse('outcome-unfit', {}, { outcome: 'errors.requiredChoice' })
  const text = written(typed.answer, 'answer', 'answer-required')
  if (!text.ok) return text
  const answered: Complaint = { ...complaint, state: 'answered' }
  const { id, number, campaignId, authorId } = complaint
  return ok({
    complaint: answered,
    answer: {
      ...{ complaintId: id, round, outcome: typed.outcome, answer: text.value },
      ...{ answeredBy: actor.personId, answeredAt: now },
    },
    entry: entry('complaintAnswered', answered, { round, outcome: typed.outcome }),
    notices: notify('complaint-answered', [authorId], campaignId, { number, complaintId: id }),
  })
}

export type Reopening = { readonly text: string; readonly days: number }
/** Reopens an answered complaint, once, by its author, who says why; the clock of the answer starts again. */
export function reopenComplaint(
  complaint: Complaint,
  actor: Actor,
  { text: typed, days }: Reopening,
  now: Instant,
  offsetAt: OffsetAt,
): Result<Traced, ReopenReason> {
  if (complaint.authorId !== actor.personId) return refuse('not-author')
  if (complaint.reopenedAt !== null) return refuse('already-reopened')
  if (complaint.state !== 'answered') return refuse('not-answered')
  const text = written(typed, 'text', 'text-required')
  if (!text.ok) return text
  const reopened: Complaint = {
    ...complaint,
    ...{ state: 'reopened', reopenedAt: now, reopenText: text.value },
    dueAt: complaintDue(now, days, offsetAt),
  }
  return ok({ complaint: reopened, entry: entry('complaintReopened', reopened) })
}
