import { endRecusal, isRecusedPerson, loadRecusalSubject } from '#app/adapters/db/recusals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { liftRecusal as lift } from '#app/domain/jury/recusal.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'

/** Lifts a recusal with a reason; the file shows again, the reading does not come back by itself. */
export const liftRecusal = (
  ctx: Context,
  actor: Actor,
  input: { readonly seatId: string; readonly nominationId: string; readonly reason: string },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<{ campaignId: string }>>> => {
      const subject = await loadRecusalSubject(tx, input.seatId, input.nominationId)
      if (!subject) return refuse('not-found')
      const { campaignId, existing } = subject
      const actorConflicted = await isRecusedPerson(tx, actor.personId, input.nominationId)
      const permit = decide(actor, 'recusal.lift', {
        campaignId,
        phase: subject.phase,
        recused: actorConflicted,
        firstHand: subject.recordedBy,
      })
      if (!permit.ok) return permit
      if (!existing) return refuse('not-recused', { reference: subject.reference })
      const facts = {
        campaignId,
        recusal: existing,
        actorConflicted,
        recusedPersonId: subject.personId ?? '',
      }
      const decision = lift(facts, actor, input.reason)
      if (!decision.ok) return decision
      await endRecusal(tx, existing.id, { personId: actor.personId, at: now })
      return ok({ campaignId, entries: [decision.value.entry], notices: [] })
    },
  )
