import type { Actor, OfficeGrant, OfficeRole } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Context } from '#app/services/context.ts'
import type { MySeat } from './my-seats.ts'

export type JuryFrame = {
  /** The seats that the person holds, newest campaign first. */
  readonly held: readonly MySeat[]
  /** The charge by which one prepares the panel: in the campaign of the page, else in any. */
  readonly office: OfficeGrant | null
  /** Whoever has no seat reads here by another charge, and is called by that. */
  readonly role: OfficeRole | 'juror'
  /** Whether the office works on recusals at the phase of its campaign: at any other their page does not exist. */
  readonly recusals: boolean
  /** Whoever has a charge finds pages and files by their names. */
  readonly finds: boolean
}

/** Of a campaign without a seat of the person's, no more than its phase is asked. */
type Row = Omit<MySeat, 'role'> & { readonly role: MySeat['role'] | null }

/** What stands around every page of the jury, in one statement; no row security is asked. */
export async function juryFrame(
  ctx: Context,
  actor: Actor,
  campaignId: string | undefined,
): Promise<JuryFrame> {
  const offices = actor.grants.filter(({ role }) => role === 'secretariat' || role === 'organiser')
  const office = offices.find((grant) => grant.campaignId === campaignId) ?? offices[0] ?? null
  const rows = await ctx.db.jury.$queryRaw<Row[]>`
    SELECT c.id AS "campaignId", c.award_name AS campaign, c.year, c.phase, t.role, t.label,
      t.charter_signed_at IS NOT NULL AS "charterSigned"
    FROM campaign c LEFT JOIN seat t
      ON t.campaign_id = c.id AND t.person_id = ${actor.personId}::uuid AND t.state = 'accepted'
    WHERE t.id IS NOT NULL OR c.id = ${office?.campaignId ?? null}::uuid
    ORDER BY c.created_at DESC, c.id LIMIT 50`
  const own = rows.find((row) => row.campaignId === office?.campaignId)
  const access = own && { campaignId: own.campaignId, phase: own.phase }
  return {
    held: rows.flatMap(({ role, ...row }) => (role === null ? [] : [{ ...row, role }])),
    office,
    role: office?.role ?? actor.grants[0]?.role ?? 'juror',
    recusals: access !== undefined && decide(actor, 'recusal.pin', access).ok,
    finds: actor.grants.length > 0,
  }
}
