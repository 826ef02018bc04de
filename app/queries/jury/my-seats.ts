import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor, SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type MySeat = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly year: number
  readonly phase: Phase
  readonly role: SeatRole
  readonly label: Localized
  readonly charterSigned: boolean
}

/** The seats that the person holds, newest campaign first. */
export async function mySeats(ctx: Context, actor: Actor): Promise<Result<readonly MySeat[]>> {
  const rows = await readAs(ctx.db.jury, actor.personId, (tx) =>
    tx.seat.findMany({
      where: { personId: actor.personId, state: 'accepted' },
      select: {
        role: true,
        label: true,
        charterSignedAt: true,
        campaign: { select: { id: true, awardName: true, year: true, phase: true } },
      },
      orderBy: { campaign: { createdAt: 'desc' } },
      take: 50,
    }),
  )
  return ok(
    rows.map(({ role, label, charterSignedAt, campaign }) => ({
      campaignId: campaign.id,
      campaign: campaign.awardName as Localized,
      year: campaign.year,
      phase: campaign.phase as Phase,
      role: role as SeatRole,
      label: label as Localized,
      charterSigned: charterSignedAt !== null,
    })),
  )
}
