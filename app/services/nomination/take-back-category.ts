import { takeCategoryBack } from '#app/adapters/db/category-proposals.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  takeBackCategory as decideTakeBack,
  type TakeBackReason,
} from '#app/domain/nomination/propose-category.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { isOvertaken, loadRecategorisation, type SeenCategory } from './recategorisation-unit.ts'

export type TakeBackCategoryReason = TakeBackReason | PermitReason | 'stale-version'
type TakenBack = Act<{ readonly nominationId: string }>

/** The desk takes a proposal back that nobody answered; the file may be decided, or another category proposed. */
export const takeBackCategory = (
  ctx: Context,
  actor: Actor,
  seen: SeenCategory,
): Promise<Result<TakenBack, TakeBackCategoryReason>> =>
  run<TakenBack, TakeBackCategoryReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadNomination(tx, seen.nominationId, 'lock')
      if (!found) return refuse('not-found')
      const permit = permitOnNomination(actor, 'screening.propose-category', found)
      if (!permit.ok) return permit
      const facts = await loadRecategorisation(tx, found)
      if (!facts.ok) return facts
      if (isOvertaken(facts.value, seen)) return refuse('stale-version')
      const decision = decideTakeBack(facts.value, actor, now)
      if (!decision.ok) return decision
      const { proposal, entry, notices } = decision.value
      if (!(await takeCategoryBack(tx, proposal))) return refuse('no-open-category')
      await turnScreening(tx, seen.nominationId)
      return ok({ nominationId: seen.nominationId, entries: [entry], notices })
    },
  )
