import type { SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

export type CampaignName = {
  readonly id: string
  readonly year: number
  readonly awardName: Localized
  readonly phase: Phase
}

export async function findCampaignName(
  client: Client | Tx,
  campaignId: string,
): Promise<CampaignName | null> {
  const row = await client.campaign.findUnique({
    where: { id: campaignId },
    select: { id: true, year: true, awardName: true, phase: true },
  })
  return row
    ? { id: row.id, year: row.year, awardName: row.awardName as Localized, phase: row.phase as Phase }
    : null
}

/** A seat as the person invited to it answers. */
export type SeatAsked = {
  readonly id: string
  readonly campaignId: string
  readonly code: string
  readonly label: Localized
  readonly role: SeatRole
  readonly state: string
  readonly inviteeEmail: string | null
}
type SeatRow = {
  id: string
  campaign_id: string
  code: string
  label: Localized
  role: string
  state: string
  invitee_email: string | null
}
const seatOf = (row: SeatRow): SeatAsked => ({
  id: row.id,
  campaignId: row.campaign_id,
  code: row.code,
  label: row.label,
  role: row.role as SeatRole,
  state: row.state,
  inviteeEmail: row.invitee_email,
})

export async function findSeatAsked(client: Client | Tx, seatId: string): Promise<SeatAsked | null> {
  const [row] = await client.$queryRaw<SeatRow[]>`
    SELECT id, campaign_id, code, label, role, state, invitee_email FROM seat WHERE id = ${seatId}::uuid`
  return row ? seatOf(row) : null
}

export async function lockSeatAsked(tx: Tx, seatId: string): Promise<SeatAsked | null> {
  const [row] = await tx.$queryRaw<SeatRow[]>`
    SELECT id, campaign_id, code, label, role, state, invitee_email FROM seat WHERE id = ${seatId}::uuid FOR UPDATE`
  return row ? seatOf(row) : null
}

export async function storeSeatAnswer(
  tx: Tx,
  seatId: string,
  answer: { readonly state: 'accepted' | 'declined'; readonly personId: string | null },
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE seat SET state = ${answer.state}, person_id = ${answer.personId}::uuid, answered_at = ${toDate(now)}
    WHERE id = ${seatId}::uuid`
}

/** The administrations that a person's live mandates stand for and that compete in a campaign. */
export async function competingMandates(
  tx: Tx,
  personId: string,
  campaignId: string,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.administration_id AS id FROM mandate m
    WHERE m.person_id = ${personId}::uuid AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())
      AND EXISTS (SELECT 1 FROM nomination n LEFT JOIN nomination_partner p ON p.nomination_id = n.id
        WHERE n.campaign_id = ${campaignId}::uuid AND n.state NOT IN ('draft', 'withdrawn')
          AND (n.administration_id = m.administration_id OR p.administration_id = m.administration_id))`
  return rows.map((row) => row.id)
}
