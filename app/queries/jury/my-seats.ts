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

/** The seats that the person holds, newest campaign first. No row security is asked: one statement, no transaction. */
export async function mySeats(ctx: Context, actor: Actor): Promise<Result<readonly MySeat[]>> {
  const rows = await ctx.db.jury.$queryRaw<MySeat[]>`
    SELECT c.id AS "campaignId", c.award_name AS campaign, c.year, c.phase, t.role, t.label,
      t.charter_signed_at IS NOT NULL AS "charterSigned"
    FROM seat t JOIN campaign c ON c.id = t.campaign_id
    WHERE t.person_id = ${actor.personId}::uuid AND t.state = 'accepted' ORDER BY c.created_at DESC, c.id LIMIT 50`
  return ok(
    rows.map(({ campaignId, campaign, year, phase, role, label, charterSigned }) => ({
      campaignId,
      campaign,
      year,
      phase,
      role,
      label,
      charterSigned,
    })),
  )
}
