import { lacksSeats } from '#app/adapters/db/panel-rules.ts'
import { holderOf } from '#app/adapters/db/seats.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor, SeatRole } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type PanelSeat = {
  readonly id: string
  readonly code: string
  readonly role: SeatRole
  readonly label: Localized
  readonly state: 'vacant' | 'invited' | 'accepted' | 'declined' | 'ended'
  readonly holder: { readonly name: string; readonly email: string } | null
  readonly alternate: { readonly name: string; readonly email: string } | null
  readonly institution: { readonly id: string; readonly name: Localized } | null
  readonly categories: readonly string[]
  readonly charterSigned: boolean
  readonly version: number
}
export type Panel = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly phase: Phase
  readonly seats: readonly PanelSeat[]
  /** The seats that the regulation names are made as long as one of them is missing. */
  readonly can: { readonly invite: boolean; readonly constitute: boolean }
}
const named = (name: string | null, email: string | null) => (email ? { name: name ?? email, email } : null)

/** All seats of one campaign, for those who fill them. */
export const panel = (ctx: Context, actor: Actor, campaignId: string): Promise<Result<Panel>> =>
  readAs(ctx.db.office, actor.personId, async (tx): Promise<Result<Panel>> => {
    const campaign = await tx.campaign.findUnique({
      where: { id: campaignId },
      select: { phase: true, awardName: true },
    })
    if (!campaign) return refuse('not-found')
    const access = { campaignId, phase: campaign.phase as Phase }
    const permit = decide(actor, 'seat.read', access)
    if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
    const rows = await tx.seat.findMany({
      where: { campaignId },
      select: {
        id: true,
        code: true,
        role: true,
        label: true,
        state: true,
        inviteeName: true,
        inviteeEmail: true,
        alternateName: true,
        alternateEmail: true,
        categories: true,
        charterSignedAt: true,
        version: true,
        person: { select: { name: true, email: true } },
        institution: { select: { id: true, name: true } },
      },
      orderBy: { code: 'asc' },
      take: 1000,
    })
    const seats = rows.map((row): PanelSeat => ({
      id: row.id,
      code: row.code,
      role: row.role as SeatRole,
      label: row.label as Localized,
      state: row.state as PanelSeat['state'],
      holder: holderOf(row),
      alternate: named(row.alternateName, row.alternateEmail),
      institution: row.institution && { id: row.institution.id, name: row.institution.name as Localized },
      categories: row.categories as string[],
      charterSigned: row.charterSignedAt !== null,
      version: row.version,
    }))
    const invite = decide(actor, 'seat.invite', access).ok
    return ok({
      campaignId,
      campaign: campaign.awardName as Localized,
      phase: access.phase,
      seats,
      can: { invite, constitute: invite && (await lacksSeats(tx, campaignId)) },
    })
  })
