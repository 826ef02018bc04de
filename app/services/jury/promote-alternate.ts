import { loadSeat } from '#app/adapters/db/seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { askToSit, type LinkTo, type SeenSeat } from './invitation.ts'

/** The holder has declined: the alternate is asked to hold the seat, and nobody stands by any more. */
export const promoteAlternate = (
  ctx: Context,
  actor: Actor,
  input: SeenSeat & { readonly linkTo?: LinkTo | undefined },
): Promise<Result<Act<{ readonly seatId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async (unit): Promise<Result<Act<{ seatId: string }>>> => {
      const facts = await loadSeat(unit.tx, input.seatId)
      if (!facts) return refuse('not-found')
      const permit = decide(actor, 'seat.promote', { campaignId: facts.seat.campaignId, phase: facts.phase })
      if (!permit.ok) return permit
      if (facts.version !== input.version) return refuse('stale-version', { version: facts.version })
      if (!facts.alternate) return refuse('alternate-missing', { code: facts.seat.code })
      const asked = await askToSit(ctx, unit, facts, {
        holder: facts.alternate,
        alternate: null,
        linkTo: input.linkTo,
      })
      return asked.ok ? ok({ ...asked.value, actedAs: permit.value.as }) : asked
    },
  )
