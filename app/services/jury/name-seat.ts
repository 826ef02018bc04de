import { loadOwnSeat } from '#app/adapters/db/interests.ts'
import {
  loadSeat,
  seatChoices,
  type SeatFacts,
  type SeatNaming,
  storeNaming,
} from '#app/adapters/db/seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { fitsCampaign, seatEntry } from '#app/domain/jury/panel.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run, type Trace, type Unit } from '#app/services/run.ts'
import { recuseFromNewBody } from './automatic-recusals.ts'
import type { SeenSeat } from './invitation.ts'

type Naming = SeenSeat & SeatNaming

/**
 * A signed charter closed the files of the bodies known then; those of another institution close now, with the sheets
 * and assignments they had. Nothing that stood before is lifted.
 */
async function closeNewBody(
  ctx: Context,
  unit: Unit,
  { seat }: SeatFacts,
  input: Naming,
): Promise<Result<Trace>> {
  const { holder, campaignId, charterSignedAt, institutionId } = seat
  const isSame = input.institutionId === institutionId
  const own =
    isSame || !holder || charterSignedAt === null
      ? null
      : await loadOwnSeat(unit.tx, holder.personId, campaignId)
  return own ? recuseFromNewBody(ctx, unit, own) : ok({ entries: [], notices: [] })
}

/**
 * Writes who is to hold the seat, who stands by, and for which institution. Once somebody was asked, the holder
 * changes only by an answer or a promotion. Refused when a colleague wrote after the page was read.
 */
export const nameSeat = (
  ctx: Context,
  actor: Actor,
  input: Naming,
): Promise<Result<Act<{ readonly seatId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async (unit): Promise<Result<Act<{ seatId: string }>>> => {
      const facts = await loadSeat(unit.tx, input.seatId)
      if (!facts) return refuse('not-found')
      const { seat, phase } = facts
      const permit = decide(actor, 'seat.invite', { campaignId: seat.campaignId, phase })
      if (!permit.ok) return permit
      if (facts.version !== input.version) return refuse('stale-version', { version: facts.version })
      const asked = facts.state === 'invited' || facts.state === 'accepted'
      if (asked && input.holder?.email !== facts.holder?.email)
        return refuse('seat-filled', { code: seat.code }, { holderEmail: 'jury.errors.holderAsked' })
      const fits = fitsCampaign(input, await seatChoices(unit.tx, seat.campaignId, input.institutionId))
      if (!fits.ok) return fits
      await storeNaming(unit.tx, seat.id, input)
      const closed = await closeNewBody(ctx, unit, facts, input)
      if (!closed.ok) return closed
      const entry = seatEntry('seatNamed', seat, {
        holder: ctx.crypto.hmac('seat', input.holder?.email ?? ''),
        alternate: ctx.crypto.hmac('seat', input.alternate?.email ?? ''),
        institutionId: input.institutionId ?? '',
        categories: input.categories,
      })
      return ok({
        ...{ seatId: seat.id, entries: [entry, ...closed.value.entries], notices: closed.value.notices },
        actedAs: permit.value.as,
      })
    },
  )
