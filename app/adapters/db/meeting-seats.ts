import { automaticExclusions, type Body } from '#app/domain/jury/conflict.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

export type VotingSeat = {
  readonly id: string
  readonly personId: string
  readonly role: 'juror' | 'chair' | 'deputy'
  readonly label: Localized
  readonly name: string
  readonly charterSigned: boolean
}

/** The seats that vote, in the order of their codes. An expert advises and is not among them. */
export async function loadCampaignSeats(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly VotingSeat[]> {
  return client.$queryRaw<VotingSeat[]>`
    SELECT s.id, s.person_id AS "personId", s.role, s.label, p.name, s.charter_signed_at IS NOT NULL AS "charterSigned"
    FROM seat s JOIN person p ON p.id = s.person_id
    WHERE s.campaign_id = ${campaignId}::uuid AND s.state = 'accepted' AND s.role IN ('juror', 'chair', 'deputy')
    ORDER BY s.role = 'juror', s.code`
}

export type LiveRecusal = { readonly seatId: string; readonly nominationId: string; readonly ground: string }

/** Recusals that stand, by the kind of their ground alone: never the words of a declaration. */
export async function loadLiveRecusals(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly LiveRecusal[]> {
  return client.$queryRaw<LiveRecusal[]>`
    SELECT r.seat_id AS "seatId", r.nomination_id AS "nominationId", r.kind AS ground
    FROM recusal r JOIN nomination n ON n.id = r.nomination_id
    WHERE n.campaign_id = ${campaignId}::uuid AND r.lifted_at IS NULL ORDER BY r.at, r.id`
}

type Competing = { category: string; chair: Body | null; bodies: Body[] }

/** The categories in which the chair's institution competes, as lead or as partner (product.md section 5). */
export async function loadCategoriesBarredToChair(
  client: Client | Tx,
  campaignId: string,
): Promise<ReadonlySet<string>> {
  const rows = await client.$queryRaw<Competing[]>`
    SELECT k.code AS category,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('administrationId', a.id, 'supervisingId', a.parent_id) END AS chair,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('administrationId', b.id, 'supervisingId', b.parent_id)), '[]')
        FROM nomination m JOIN administration b ON b.id = m.administration_id
          OR b.id IN (SELECT p.administration_id FROM nomination_partner p WHERE p.nomination_id = m.id)
        WHERE m.category_id = k.id AND m.state = 'admissible') AS bodies
    FROM category k JOIN seat t ON t.campaign_id = k.campaign_id AND t.role = 'chair' AND t.state = 'accepted'
      LEFT JOIN administration a ON a.id = t.institution_id
    WHERE k.campaign_id = ${campaignId}::uuid`
  const barred = rows.filter(({ chair, bodies }) => {
    const juror = { personId: '', institution: chair, mailDomain: '' }
    const meets = (lead: Body) =>
      automaticExclusions(juror, { nominationId: '', lead, partners: [], peopleIds: [], mailDomains: [] })
        .length > 0
    return bodies.some(meets)
  })
  return new Set(barred.map(({ category }) => category))
}

export async function insertArrival(
  tx: Tx,
  stay: { readonly id: string; readonly sessionId: string; readonly seatId: string; readonly at: Instant },
): Promise<void> {
  const { id, sessionId, seatId } = stay
  await tx.attendance.create({
    data: { id, sessionId, seatId, arrivedAt: toDate(stay.at) },
    select: { id: true },
  })
}
export async function storeLeave(tx: Tx, sessionId: string, seatId: string, at: Instant): Promise<void> {
  await tx.attendance.updateMany({ where: { sessionId, seatId, leftAt: null }, data: { leftAt: toDate(at) } })
}
