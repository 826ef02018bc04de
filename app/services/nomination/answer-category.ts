import { settleCategoryAnswer, storeCategory } from '#app/adapters/db/category-proposals.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  agreeToCategory,
  type AnswerCategoryReason as Reason,
  refuseCategory,
} from '#app/domain/nomination/answer-category.ts'
import type { RecategorisationFacts } from '#app/domain/nomination/recategorisation.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { isOvertaken, loadRecategorisation, type SeenCategory } from './recategorisation-unit.ts'

export type AnswerCategoryReason = Reason | PermitReason | 'stale-version'
type CategoryAnswer = SeenCategory & {
  readonly outcome: 'agree' | 'refuse'
  readonly answer: string
  /** The database's clock when the request arrived. */
  readonly received: Instant
}
type Answered = Act<{ readonly nominationId: string; readonly category: string }>

/** The proposal ends first: its agreement is what lets the file move. */
async function settle(
  { tx, now }: Unit,
  actor: Actor,
  facts: RecategorisationFacts,
  input: CategoryAnswer,
): Promise<Result<Answered, AnswerCategoryReason>> {
  const { nomination: before } = facts
  const at = { received: input.received, now }
  if (input.outcome === 'refuse') {
    const refusal = refuseCategory(facts, actor, { ...at, answer: input.answer })
    if (!refusal.ok) return refusal
    const { proposal, entry, notices } = refusal.value
    if (!(await settleCategoryAnswer(tx, proposal))) return refuse('no-open-category')
    return ok({ nominationId: before.id, category: before.categoryCode, entries: [entry], notices })
  }
  const agreement = agreeToCategory(facts, actor, at)
  if (!agreement.ok) return agreement
  const { proposal, nomination, entry, notices } = agreement.value
  if (!(await settleCategoryAnswer(tx, proposal))) return refuse('no-open-category')
  if (!(await storeCategory(tx, before, nomination))) return refuse('stale-version')
  return ok({ nominationId: before.id, category: nomination.categoryCode, entries: [entry], notices })
}

/** The signatory agrees to another category, or refuses it. Agreed, the file stands there at once and is checked anew. */
export const answerCategory = (
  ctx: Context,
  actor: Actor,
  input: CategoryAnswer,
): Promise<Result<Answered, AnswerCategoryReason>> =>
  run<Answered, AnswerCategoryReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, 'nomination.agree-category', found)
    if (!permit.ok) return permit
    const facts = await loadRecategorisation(unit.tx, found)
    if (!facts.ok) return facts
    if (isOvertaken(facts.value, input)) return refuse('stale-version')
    const answered = await settle(unit, actor, facts.value, input)
    if (answered.ok) await turnScreening(unit.tx, input.nominationId)
    return answered
  })
