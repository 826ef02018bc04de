import { storeLiftProposal } from '#app/adapters/db/recusal-lifts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { proposeLift } from '#app/domain/jury/lift-recusal.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { digestOfReason, type LiftInput, loadLiftSubject } from './lift-subject.ts'

/** The first of two hands: asks for a recusal to be lifted, with a reason. Nothing changes for the juror yet. */
export const proposeRecusalLift = (
  ctx: Context,
  actor: Actor,
  input: LiftInput & { readonly reason: string },
): Promise<Result<Act<{ readonly liftId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<{ liftId: string }>>> => {
      const subject = await loadLiftSubject(tx, actor, 'recusal.propose-lift', input)
      if (!subject.ok) return subject
      const decision = proposeLift(subject.value.facts, actor, input.reason, digestOfReason(ctx))
      if (!decision.ok) return decision
      const id = ctx.ids.rowId()
      const { reason, entry } = decision.value
      const { recusalId } = subject.value
      await storeLiftProposal(tx, { id, recusalId, reason, proposedBy: actor.personId, at: now })
      return ok({ liftId: id, entries: [entry], notices: [] })
    },
  )
