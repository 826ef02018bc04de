import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { notify } from '../notice/notice.ts'
import { inTime } from './deadline.ts'
import { actingFor, entryOf } from './nomination.ts'
import { named, place, standing, told } from './recategorisation.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import type {
  CategoryProposal,
  CategorySettled,
  Place,
  RecategorisationFacts,
  Standing,
} from './recategorisation.ts'
import type { Changed } from './nomination.ts'

export type AnswerCategoryReason =
  | Standing
  | Place
  | 'not-mandated'
  | 'not-signatory'
  | 'no-open-category'
  | 'deadline-passed'
  | 'waited-too-long'
  | 'unreadable-text'

function answerable(
  facts: RecategorisationFacts,
  actor: Actor,
  at: { readonly received: Instant; readonly now: Instant },
): Result<CategoryProposal, AnswerCategoryReason> {
  const acting = actingFor(facts.nomination, actor, true)
  if (!acting.ok) return acting
  const { phase } = facts.context.campaign
  if (phase !== 'screening') return refuse('wrong-phase', { phase })
  if (facts.open === null) return refuse('no-open-category')
  const timely = inTime(at.received, at.now, facts.open.dueAt)
  return timely.ok ? ok(facts.open) : timely
}

const desk = (facts: RecategorisationFacts, outcome: 'agreed' | 'refused'): readonly NoticeDraft[] =>
  notify('category-answered', facts.context.secretariat, facts.nomination.campaignId, {
    reference: facts.nomination.reference,
    nominationId: facts.nomination.id,
    outcome,
  })

/**
 * The signatory agrees, strictly before the term: the nomination stands in the other category, and what was asked when it was
 * proposed is asked again, since bodies enter and files move meanwhile.
 */
export function agreeToCategory(
  facts: RecategorisationFacts,
  actor: Actor,
  at: { readonly received: Instant; readonly now: Instant },
): Result<CategorySettled & Pick<Changed, 'nomination'>, AnswerCategoryReason> {
  const open = answerable(facts, actor, at)
  if (!open.ok) return open
  const stands = standing({ ...facts, phase: facts.context.campaign.phase })
  if (!stands.ok) return stands
  const { from, to } = open.value
  const entered = place(facts, to)
  if (!entered.ok) return entered
  const { context } = facts
  const nomination = { ...facts.nomination, categoryCode: to, version: facts.nomination.version + 1 }
  return ok({
    nomination,
    proposal: { ...open.value, state: 'agreed', settledBy: actor.personId, settledAt: at.now },
    entry: entryOf('categoryChanged', nomination, { from, to, proposedBy: open.value.proposedBy }),
    notices: [
      ...notify('category-changed', context.team, nomination.campaignId, {
        ...told(facts),
        ...named(facts, to),
      }),
      ...desk(facts, 'agreed'),
    ],
  })
}

/** The signatory refuses: the nomination stays where it was entered. A word to the secretariat may go with it. */
export function refuseCategory(
  facts: RecategorisationFacts,
  actor: Actor,
  typed: { readonly answer: string; readonly received: Instant; readonly now: Instant },
): Result<CategorySettled, AnswerCategoryReason> {
  const open = answerable(facts, actor, typed)
  if (!open.ok) return open
  const text = cleanText(typed.answer, 'prose')
  if (!text.ok) return refuse('unreadable-text', {}, { answer: 'errors.control' })
  const answer = isBlank(text.value) ? null : text.value
  const { from, to } = open.value
  return ok({
    proposal: { ...open.value, state: 'refused', answer, settledBy: actor.personId, settledAt: typed.now },
    entry: entryOf('categoryRefused', facts.nomination, { from, to }),
    notices: desk(facts, 'refused'),
  })
}
