import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { notify } from '../notice/notice.ts'
import { entryOf, titleText, transition } from './nomination.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type { Appeal, AppealTold } from './appeal.ts'
import type { Changed, Nomination, NominationContext } from './nomination.ts'

export const APPEAL_OUTCOMES = ['upheld', 'dismissed'] as const
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number]

/** Why an appeal is upheld or dismissed; the Arabic and French sentences are `appeal:reasons.<code>`. */
export const APPEAL_REASONS = {
  upheld: ['condition-met', 'evidence-sufficient', 'fact-mistaken', 'rule-misapplied'],
  dismissed: ['condition-unmet', 'evidence-insufficient', 'element-late', 'grounds-beside'],
} as const satisfies Record<AppealOutcome, readonly string[]>
export type AppealAnswerReasonCode = (typeof APPEAL_REASONS)[AppealOutcome][number]

/** An answer counts once a second hand has validated it. */
export type AppealAnswer = {
  readonly id: string
  readonly appealId: string
  readonly outcome: AppealOutcome
  readonly reasons: readonly AppealAnswerReasonCode[]
  readonly answer: string
  readonly state: 'proposed' | 'validated' | 'returned'
  readonly proposedBy: string
  readonly proposedAt: Instant
  readonly settledBy: string | null
  readonly settledAt: Instant | null
}
export type AppealProposal = {
  readonly id: string
  readonly outcome: AppealOutcome
  readonly reasons: readonly string[]
  readonly answer: string
}
export type AppealAnswerReason =
  | 'took-part'
  | 'already-proposed'
  | 'already-answered'
  | 'reason-required'
  | 'reason-unfit'
  | 'answer-required'
  | 'unreadable-text'
  | 'wrong-state'
export type AppealSettleReason = 'took-part' | 'not-proposed' | 'own-proposal' | 'wrong-state'

export type AppealFacts = {
  readonly nomination: Nomination
  readonly context: NominationContext
  readonly appeal: Appeal
  /** Everybody who took part in the decision that is appealed against. */
  readonly involved: readonly string[]
  /** Whoever may answer it. */
  readonly desk: readonly string[]
  /** The answer that is proposed or validated, if any; a returned one does not count. */
  readonly live: AppealAnswer | null
}

const toldOf = ({ nomination, appeal }: AppealFacts) => ({
  number: appeal.number,
  reference: nomination.reference,
  nominationId: nomination.id,
})

const isReasonOf = (outcome: AppealOutcome, code: string): code is AppealAnswerReasonCode =>
  (APPEAL_REASONS[outcome] as readonly string[]).includes(code)

function reasoned({
  outcome,
  reasons,
  answer,
}: AppealProposal): Result<Pick<AppealAnswer, 'reasons' | 'answer'>, AppealAnswerReason> {
  const once = [...new Set(reasons)]
  const fit = once.filter((code) => isReasonOf(outcome, code))
  if (reasons.length === 0) return refuse('reason-required', {}, { reasons: 'errors.required' })
  if (fit.length < once.length) return refuse('reason-unfit', {}, { reasons: 'appeal.reasonUnfit' })
  const text = cleanText(answer, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { answer: 'errors.control' })
  if (isBlank(text.value)) return refuse('answer-required', {}, { answer: 'errors.required' })
  return ok({ reasons: fit, answer: text.value })
}

/** The first hand proposes an answer, always with reasons; nothing takes effect yet and the team hears nothing. */
export function proposeAppealAnswer(
  facts: AppealFacts,
  actor: Actor,
  typed: AppealProposal,
  now: Instant,
): Result<AppealTold & { readonly answer: AppealAnswer }, AppealAnswerReason> {
  const { nomination, appeal, involved, live } = facts
  if (involved.includes(actor.personId)) return refuse('took-part')
  if (live !== null) return refuse(live.state === 'validated' ? 'already-answered' : 'already-proposed')
  if (nomination.state !== 'inadmissible') return refuse('wrong-state', { state: nomination.state })
  const said = reasoned(typed)
  if (!said.ok) return said
  const others = facts.desk.filter((id) => id !== actor.personId)
  const { id, outcome } = typed
  return ok({
    answer: {
      ...{ id, appealId: appeal.id, outcome, ...said.value },
      ...{ state: 'proposed', proposedBy: actor.personId, proposedAt: now, settledBy: null, settledAt: null },
    },
    entry: entryOf('appealAnswerProposed', nomination, {
      appeal: appeal.id,
      outcome,
      reasons: said.value.reasons,
    }),
    notices: notify('appeal-to-validate', others, nomination.campaignId, toldOf(facts)),
  })
}

function secondHand({ involved, live }: AppealFacts, actor: Actor): Result<AppealAnswer, AppealSettleReason> {
  if (involved.includes(actor.personId)) return refuse('took-part')
  if (live === null || live.state !== 'proposed') return refuse('not-proposed')
  return live.proposedBy === actor.personId ? refuse('own-proposal') : ok(live)
}

/** What the team hears: the answer, and, when it admits the nomination, what every admitted one is told. */
function answered(facts: AppealFacts, outcome: AppealOutcome): readonly NoticeDraft[] {
  const { nomination, context } = facts
  const { number, ...rest } = toldOf(facts)
  const told = { ...rest, title: titleText(nomination) }
  const to = context.team
  return [
    ...notify('appeal-answered', to, nomination.campaignId, { ...told, number, outcome }),
    ...(outcome === 'upheld' ? notify('admissible', to, nomination.campaignId, told) : []),
  ]
}

/**
 * The second hand validates: the team is told. Upheld, the nomination becomes admissible; dismissed, nothing moves and the
 * decision stands.
 */
export function validateAppealAnswer(
  facts: AppealFacts,
  actor: Actor,
  now: Instant,
): Result<Changed & { readonly answer: AppealAnswer }, AppealSettleReason> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  const { outcome, reasons, proposedBy } = proposed.value
  const moved = outcome === 'upheld' ? transition(facts.nomination, 'upholdAppeal') : ok(facts.nomination)
  if (!moved.ok) return moved
  const nomination = moved.value
  return ok({
    nomination,
    answer: { ...proposed.value, state: 'validated', settledBy: actor.personId, settledAt: now },
    entry: entryOf('appealAnswered', nomination, { appeal: facts.appeal.id, outcome, reasons, proposedBy }),
    notices: answered(facts, outcome),
  })
}

/** The second hand disagrees: the answer goes back with a note, and the appeal is unanswered again. */
export function returnAppealAnswer(
  facts: AppealFacts,
  actor: Actor,
  note: string,
  now: Instant,
): Result<
  AppealTold & { readonly answer: AppealAnswer },
  AppealSettleReason | 'note-required' | 'unreadable-text'
> {
  const proposed = secondHand(facts, actor)
  if (!proposed.ok) return proposed
  const text = cleanText(note, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { note: 'errors.control' })
  if (isBlank(text.value)) return refuse('note-required', {}, { note: 'errors.required' })
  const { proposedBy } = proposed.value
  return ok({
    answer: { ...proposed.value, state: 'returned', settledBy: actor.personId, settledAt: now },
    entry: entryOf('appealAnswerReturned', facts.nomination, { appeal: facts.appeal.id, proposedBy }),
    notices: notify('appeal-returned', [proposedBy], facts.nomination.campaignId, {
      ...toldOf(facts),
      note: text.value,
    }),
  })
}
