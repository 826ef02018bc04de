import { ok, refuse } from '../kernel/result.ts'
import { cleanText } from '../kernel/clean-text.ts'
import { notify } from '../notice/notice.ts'
import { actingFor, entryOf, transition } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

/** An appeal against inadmissibility. */
export type Appeal = {
  readonly id: string
  readonly nominationId: string
  readonly grounds: string
  readonly filedBy: string
  readonly filedAt: Instant
  readonly outcome: 'upheld' | 'dismissed' | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Instant | null
}
export type AppealReason =
  | 'not-mandated'
  | 'not-signatory'
  | 'wrong-state'
  | 'window-closed'
  | 'already-appealed'
  | 'grounds-required'
  | 'unreadable-text'
export type AppealAnswerReason =
  'took-part' | 'already-answered' | 'answer-required' | 'unreadable-text' | 'wrong-state'
type Filed = { readonly appeal: Appeal; readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] }

/** Files the one appeal of an inadmissible nomination, by its signatory, strictly before its window closes. */
export function fileAppeal(
  facts: {
    readonly nomination: Nomination
    readonly context: NominationContext
    readonly until: Instant
    readonly earlier: Appeal | null
  },
  actor: Actor,
  typed: { readonly id: string; readonly grounds: string },
  received: Instant,
): Result<Filed, AppealReason> {
  const { nomination, context } = facts
  const acting = actingFor(nomination, actor, true)
  if (!acting.ok) return acting
  if (nomination.state !== 'inadmissible') return refuse('wrong-state', { state: nomination.state })
  if (facts.earlier !== null) return refuse('already-appealed')
  if (received >= facts.until) return refuse('window-closed', { until: facts.until })
  const grounds = cleanText(typed.grounds, 'prose')
  if (!grounds.ok) return refuse('unreadable-text', {}, { grounds: 'errors.control' })
  if (grounds.value.trim() === '') return refuse('grounds-required', {}, { grounds: 'errors.required' })
  const appeal: Appeal = {
    id: typed.id,
    nominationId: nomination.id,
    grounds: grounds.value,
    filedBy: actor.personId,
    filedAt: received,
    outcome: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  const told = { reference: nomination.reference, nominationId: nomination.id }
  return ok({
    appeal,
    entry: entryOf('appealFiled', nomination),
    notices: notify('appeal-received', context.secretariat, nomination.campaignId, told),
  })
}

/**
 * Answers an appeal, by somebody who took no part in the decision, always with reasons. Upheld, the nomination
 * becomes admissible; dismissed, nothing moves.
 */
export function answerAppeal(
  facts: {
    readonly nomination: Nomination
    readonly context: NominationContext
    readonly appeal: Appeal
    readonly deciders: readonly string[]
  },
  actor: Actor,
  typed: { readonly outcome: 'upheld' | 'dismissed'; readonly answer: string },
  now: Instant,
): Result<Changed & { readonly appeal: Appeal }, AppealAnswerReason> {
  const { nomination, context, appeal } = facts
  if (facts.deciders.includes(actor.personId)) return refuse('took-part')
  if (appeal.answeredAt !== null) return refuse('already-answered')
  const answer = cleanText(typed.answer, 'prose')
  if (!answer.ok) return refuse('unreadable-text', {}, { answer: 'errors.control' })
  if (answer.value.trim() === '') return refuse('answer-required', {}, { answer: 'errors.required' })
  const moved = typed.outcome === 'upheld' ? transition(nomination, 'upholdAppeal') : ok(nomination)
  if (!moved.ok) return moved
  const { outcome } = typed
  return ok({
    nomination: moved.value,
    appeal: { ...appeal, outcome, answer: answer.value, answeredBy: actor.personId, answeredAt: now },
    entry: entryOf('appealAnswered', moved.value, { outcome }),
    notices: notify('appeal-answered', context.team, nomination.campaignId, {
      reference: nomination.reference,
      nominationId: nomination.id,
      outcome,
    }),
  })
}
