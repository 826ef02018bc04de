import { atCategory } from '../category/category.ts'
import { ok, refuse } from '../kernel/result.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import { notify } from '../notice/notice.ts'
import { entryOf } from './nomination.ts'
import { named, place, standing, told } from './recategorisation.ts'
import type { Actor } from '../access/actor.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type {
  CategoryProposal,
  CategorySettled,
  Place,
  RecategorisationFacts,
  Standing,
} from './recategorisation.ts'

export type ProposeCategoryReason =
  Standing | Place | 'same-category' | 'category-open' | 'reason-required' | 'unreadable-text'
export type TakeBackReason = 'wrong-phase' | 'no-open-category'

/**
 * Proposes another category of the same campaign, with a reason in both languages and a term for the answer. Refuses a
 * decided file, one that the jury holds, a second proposal beside an open one, and a category that is full for the body.
 */
export function proposeCategory(
  facts: RecategorisationFacts,
  actor: Actor,
  typed: {
    readonly id: string
    readonly to: string
    readonly reason: { readonly ar: string; readonly fr: string }
    readonly dueAt: Instant
  },
  now: Instant,
): Result<CategorySettled, ProposeCategoryReason> {
  const stands = standing({ ...facts, phase: facts.context.campaign.phase })
  if (!stands.ok) return stands
  if (facts.open !== null) return refuse('category-open')
  const { nomination, context } = facts
  if (typed.to === nomination.categoryCode) return refuse('same-category', {}, { category: 'errors.choice' })
  const entered = place(facts, typed.to)
  if (!entered.ok) return atCategory(entered, 'category')
  const [ar, fr] = [cleanText(typed.reason.ar, 'prose'), cleanText(typed.reason.fr, 'prose')]
  if (!ar.ok) return refuse('unreadable-text', {}, { 'reason.ar': 'errors.control' })
  if (!fr.ok) return refuse('unreadable-text', {}, { 'reason.fr': 'errors.control' })
  if (isBlank(ar.value)) return refuse('reason-required', {}, { 'reason.ar': 'errors.required' })
  if (isBlank(fr.value)) return refuse('reason-required', {}, { 'reason.fr': 'errors.required' })
  const proposal: CategoryProposal = {
    id: typed.id,
    nominationId: nomination.id,
    from: nomination.categoryCode,
    to: typed.to,
    reason: { ar: ar.value, fr: fr.value },
    state: 'open',
    proposedBy: actor.personId,
    proposedAt: now,
    dueAt: typed.dueAt,
    answer: null,
    settledBy: null,
    settledAt: null,
  }
  return ok({
    proposal,
    entry: entryOf('categoryProposed', nomination, { from: proposal.from, to: proposal.to }),
    notices: notify('category-proposed', context.team, nomination.campaignId, {
      ...told(facts),
      ...named(facts, proposal.to),
      reasonAr: proposal.reason.ar,
      reasonFr: proposal.reason.fr,
      dueAt: proposal.dueAt,
    }),
  })
}

/** The secretariat takes an unanswered proposal back, at any time while it is open: silence decides nothing. */
export function takeBackCategory(
  facts: RecategorisationFacts,
  actor: Actor,
  now: Instant,
): Result<CategorySettled, TakeBackReason> {
  const { phase } = facts.context.campaign
  if (phase !== 'screening') return refuse('wrong-phase', { phase })
  const { open, nomination, context } = facts
  if (open === null) return refuse('no-open-category')
  return ok({
    proposal: { ...open, state: 'taken_back', settledBy: actor.personId, settledAt: now },
    entry: entryOf('categoryTakenBack', nomination, { from: open.from, to: open.to }),
    notices: notify('category-taken-back', context.team, nomination.campaignId, told(facts)),
  })
}
