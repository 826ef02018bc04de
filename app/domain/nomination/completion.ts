import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { addWorkingDays, workingDaysBetween } from '../kernel/working-days.ts'
import { notify } from '../notice/notice.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf, titleText, transition } from './nomination.ts'
import { deposit } from './submit-nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { WorkCalendar } from '../kernel/working-days.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'
import type { SubmitFacts, SubmitInput, Submitted, SubmitReason } from './submit-nomination.ts'

/** What a completion may ask for; the Arabic and French sentences are `secretariat:completion.<code>`. */
export const COMPLETION_REASONS = [
  'answer-missing',
  'answer-unclear',
  'translation-missing',
  'evidence-missing',
  'evidence-unreadable',
  'period-or-source-missing',
  'jury-access-failing',
  'signatory-proof',
  'partner-agreement',
  'other',
] as const
export type CompletionReason = (typeof COMPLETION_REASONS)[number]

/** The one consolidated request for what is missing; a file never gets a second. */
export type CompletionRequest = {
  readonly id: string
  readonly nominationId: string
  readonly reasons: readonly CompletionReason[]
  readonly message: string
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly dueAt: Instant
  readonly answeredAt: Instant | null
  readonly lapsedAt: Instant | null
}
export type RequestReason =
  | 'wrong-phase'
  | 'wrong-state'
  | 'already-requested'
  | 'reason-required'
  | 'unknown-reason'
  | 'message-required'
  | 'unreadable-text'
export type CompletionChange = Changed & { readonly request: CompletionRequest }

const isReason = (text: string): text is CompletionReason =>
  (COMPLETION_REASONS as readonly string[]).includes(text)
const toldOf = (nomination: Nomination) => ({
  reference: nomination.reference,
  title: titleText(nomination),
  nominationId: nomination.id,
})

export type RequestFacts = {
  readonly nomination: Nomination
  readonly context: NominationContext
  /** Any earlier request, answered or not. */
  readonly earlier: CompletionRequest | null
  readonly workingDays: number
  readonly work: WorkCalendar
}
export type CompletionDraft = {
  readonly id: string
  readonly reasons: readonly string[]
  readonly message: string
}

/**
 * Asks once for everything that is missing, with coded reasons and a due instant in working days; the
 * secretariat's clock stops. Refuses a second request for ever (product.md section 7).
 */
export function requestCompletion(
  facts: RequestFacts,
  actor: Actor,
  draft: CompletionDraft,
  now: Instant,
): Result<CompletionChange, RequestReason> {
  const { nomination, context, earlier } = facts
  const { phase } = context.campaign
  if (phase !== 'screening' && phase !== 'nominations') return refuse('wrong-phase', { phase })
  if (earlier !== null) return refuse('already-requested', { requestedAt: earlier.requestedAt })
  const unknown = draft.reasons.find((reason) => !isReason(reason))
  if (unknown !== undefined) return refuse('unknown-reason', { reason: unknown })
  const reasons = [...new Set(draft.reasons.filter(isReason))]
  if (reasons.length === 0) return refuse('reason-required', {}, { reasons: 'errors.required' })
  const message = cleanText(draft.message, 'prose')
  if (!message.ok) return refuse('unreadable-text', {}, { message: 'errors.control' })
  if (isBlank(message.value)) return refuse('message-required', {}, { message: 'errors.required' })
  const moved = transition(nomination, 'requestCompletion')
  if (!moved.ok) return moved
  const dueAt = addWorkingDays(now, facts.workingDays, facts.work)
  return ok({
    nomination: moved.value,
    request: {
      id: draft.id,
      nominationId: nomination.id,
      reasons,
      message: message.value,
      ...{ requestedBy: actor.personId, requestedAt: now, dueAt, answeredAt: null, lapsedAt: null },
    },
    entry: entryOf('completionRequested', moved.value, { reasons, dueAt }),
    notices: notify('completion-requested', context.team, nomination.campaignId, {
      ...toldOf(nomination),
      dueAt,
      reasons,
    }),
  })
}

export type AnswerReason = SubmitReason | 'no-open-request'

/**
 * Answers the request with a second dossier version by the signatory's visa: received strictly before the due
 * instant, complete, exactly the content shown. The file returns to the secretariat.
 */
export function answerCompletion(
  facts: SubmitFacts,
  request: CompletionRequest | null,
  actor: Actor,
  input: SubmitInput,
): Result<Submitted & { readonly request: CompletionRequest }, AnswerReason> {
  const acting = actingFor(facts.nomination, actor, true)
  if (!acting.ok) return acting
  const { phase } = facts.context.campaign
  if (phase !== 'screening' && phase !== 'nominations') return refuse('wrong-phase', { phase })
  if (request === null || request.answeredAt !== null || request.lapsedAt !== null)
    return refuse('no-open-request')
  const timely = inTime(input.received, input.statementAt, request.dueAt)
  if (!timely.ok) return timely
  const deposited = deposit(facts, actor, input, 'answerCompletion')
  if (!deposited.ok) return deposited
  return ok({ ...deposited.value, request: { ...request, answeredAt: input.received } })
}

/** Ends an unanswered request at its due instant: it is decided on the file as it stands. A timed act. */
export function lapseCompletion(
  nomination: Nomination,
  request: CompletionRequest,
  context: NominationContext,
  now: Instant,
): Result<CompletionChange, 'not-due' | 'no-open-request' | 'wrong-state'> {
  if (request.answeredAt !== null || request.lapsedAt !== null) return refuse('no-open-request')
  if (now < request.dueAt) return refuse('not-due', { dueAt: request.dueAt })
  const moved = transition(nomination, 'lapseCompletion')
  if (!moved.ok) return moved
  return ok({
    nomination: moved.value,
    request: { ...request, lapsedAt: now },
    entry: entryOf('completionLapsed', moved.value, { dueAt: request.dueAt }),
    notices: notify('completion-lapsed', [...context.team, ...context.secretariat], nomination.campaignId, {
      ...toldOf(nomination),
      dueAt: request.dueAt,
    }),
  })
}

/** Working days the secretariat has had a file, without those during which it waited for the applicant. */
export function screeningDays(
  submittedAt: Instant,
  request: CompletionRequest | null,
  until: Instant,
  work: WorkCalendar,
): number {
  const all = workingDaysBetween(submittedAt, until, work)
  if (request === null) return all
  const resumed = request.answeredAt ?? request.lapsedAt ?? until
  return all - workingDaysBetween(request.requestedAt, resumed < until ? resumed : until, work)
}
