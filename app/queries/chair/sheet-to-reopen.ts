import { readAs } from '#app/adapters/db/transaction.server.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type SheetToReopen = {
  readonly sheetId: string
  readonly campaignId: string
  readonly version: number
  readonly reference: string
  readonly juror: string
}

/** Whose sheet of which file: no level, no comment. A file hidden from the chair does not exist here. */
export async function sheetToReopen(
  ctx: Context,
  actor: Actor,
  sheetId: string,
): Promise<Result<SheetToReopen>> {
  const row = await readAs(ctx.db.office, actor.personId, (tx) =>
    tx.scoreSheet.findFirst({
      where: {
        id: sheetId,
        nomination: { recusals: { none: { liftedAt: null, seat: { personId: actor.personId } } } },
      },
      select: {
        id: true,
        version: true,
        nomination: { select: { reference: true, campaignId: true } },
        seat: { select: { person: { select: { name: true } } } },
      },
    }),
  )
  const role = row && seatIn(actor, row.nomination.campaignId)?.role
  if (!row || (role !== 'chair' && role !== 'deputy')) return refuse('not-found')
  const { reference, campaignId } = row.nomination
  return ok({
    sheetId: row.id,
    campaignId,
    version: row.version,
    reference,
    juror: row.seat.person?.name ?? '',
  })
}
