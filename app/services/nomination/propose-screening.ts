import { insertDecision, turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import {
  type Proposal,
  proposeScreening as decideProposal,
  type ProposeReason,
} from '#app/domain/nomination/screening.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { loadSeen, type SeenScreening } from './screening-unit.ts'

export type ProposeScreeningReason = ProposeReason | PermitReason | 'stale-version'
type Proposed = Act<{ readonly nominationId: string; readonly decisionId: string }>

/** One clerk proposes; nothing takes effect before another one validates. */
export const proposeScreening = (
  ctx: Context,
  actor: Actor,
  input: SeenScreening & Omit<Proposal, 'id'>,
): Promise<Result<Proposed, ProposeScreeningReason>> =>
  run<Proposed, ProposeScreeningReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadSeen(tx, actor, 'screening.propose', input)
      if (!found.ok) return found
      const { outcome, reasons, comment } = input
      const decision = decideProposal(
        found.value.facts,
        actor,
        { id: ctx.ids.rowId(), outcome, reasons, comment },
        now,
      )
      if (!decision.ok) return decision
      await insertDecision(tx, decision.value.decision)
      await turnScreening(tx, input.nominationId)
      const { entry, notices } = decision.value
      return ok({
        nominationId: input.nominationId,
        decisionId: decision.value.decision.id,
        entries: [entry],
        notices,
      })
    },
  )
