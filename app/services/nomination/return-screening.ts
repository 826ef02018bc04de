import { settleDecision, turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { returnScreening as decideReturn, type SettleReason } from '#app/domain/nomination/screening.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { loadProposed, type SeenProposal } from './screening-unit.ts'

export type ReturnScreeningReason = SettleReason | PermitReason | 'stale-version'
type Returned = Act<{ readonly nominationId: string }>

/** The second hand disagrees: the proposal goes back with a note, and the file is undecided again. */
export const returnScreening = (
  ctx: Context,
  actor: Actor,
  input: SeenProposal & { readonly note: string },
): Promise<Result<Returned, ReturnScreeningReason>> =>
  run<Returned, ReturnScreeningReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadProposed(tx, actor, 'screening.return', input)
      if (!found.ok) return found
      const decision = decideReturn(found.value.facts, actor, input.note, now)
      if (!decision.ok) return decision
      if (!(await settleDecision(tx, decision.value.decision))) return refuse('own-proposal')
      await turnScreening(tx, input.nominationId)
      return ok({
        nominationId: input.nominationId,
        entries: [decision.value.entry],
        notices: decision.value.notices,
      })
    },
  )
