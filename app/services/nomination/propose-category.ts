import { insertCategoryProposal } from '#app/adapters/db/category-proposals.ts'
import { turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { addWorkingDays } from '#app/domain/kernel/working-days.ts'
import {
  proposeCategory as decideProposal,
  type ProposeCategoryReason as Reason,
} from '#app/domain/nomination/propose-category.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { loadRecategorisation } from './recategorisation-unit.ts'
import { workCalendar } from './rules-of.ts'
import { loadSeen, type SeenScreening } from './screening-unit.ts'

export type ProposeCategoryReason = Reason | PermitReason | 'stale-version'
type CategoryAsked = SeenScreening & {
  readonly category: string
  readonly reason: { readonly ar: string; readonly fr: string }
}
type Asked = Act<{ readonly nominationId: string; readonly proposalId: string }>

/** The desk proposes another category; the answer has the working days that a completion has. Nothing moves before it. */
export const proposeCategory = (
  ctx: Context,
  actor: Actor,
  input: CategoryAsked,
): Promise<Result<Asked, ProposeCategoryReason>> =>
  run<Asked, ProposeCategoryReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadSeen(tx, actor, 'screening.propose-category', input)
      if (!found.ok) return found
      const facts = await loadRecategorisation(tx, found.value)
      if (!facts.ok) return facts
      const { regulation, nomination } = facts.value
      const days = regulation.screening.completionWorkingDays
      const typed = {
        id: ctx.ids.rowId(),
        to: input.category,
        reason: input.reason,
        dueAt: addWorkingDays(now, days, workCalendar(regulation)),
      }
      const decision = decideProposal(facts.value, actor, typed, now)
      if (!decision.ok) return decision
      const { proposal, entry, notices } = decision.value
      await insertCategoryProposal(tx, nomination.campaignId, proposal)
      await turnScreening(tx, nomination.id)
      return ok({ nominationId: nomination.id, proposalId: proposal.id, entries: [entry], notices })
    },
  )
