import type { Actor } from '#app/domain/access/actor.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { panel, type PanelSeat } from './panel.ts'

export type SeatPage = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly seat: PanelSeat
  readonly institutions: readonly { readonly id: string; readonly name: Localized }[]
  readonly categories: readonly { readonly code: string; readonly name: Localized }[]
  readonly can: { readonly invite: boolean }
}

/** One seat with what its form may choose from. */
export async function seatPage(ctx: Context, actor: Actor, seatId: string): Promise<Result<SeatPage>> {
  const found = await ctx.db.office.seat.findUnique({ where: { id: seatId }, select: { campaignId: true } })
  if (!found) return refuse('not-found')
  const whole = await panel(ctx, actor, found.campaignId)
  if (!whole.ok) return whole
  const seat = whole.value.seats.find((one) => one.id === seatId)
  if (!seat) return refuse('not-found')
  const [institutions, categories] = await Promise.all([
    ctx.db.office.administration.findMany({
      where: { state: 'approved' },
      select: { id: true, name: true },
      orderBy: { createdAt: 'asc' },
      take: 1000,
    }),
    ctx.db.office.category.findMany({
      where: { campaignId: found.campaignId },
      select: { code: true, name: true },
      orderBy: { position: 'asc' },
    }),
  ])
  return ok({
    campaignId: found.campaignId,
    campaign: whole.value.campaign,
    seat,
    institutions: institutions.map(({ id, name }) => ({ id, name: name as Localized })),
    categories: categories.map(({ code, name }) => ({ code, name: name as Localized })),
    can: whole.value.can,
  })
}
