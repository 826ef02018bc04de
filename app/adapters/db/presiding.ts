import { automaticExclusions, type Body } from '#app/domain/jury/conflict.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from './client.server.ts'

type Row = { recused: boolean; body: Body | null; competitors: Body[] }

/**
 * Who presides over one nomination: the deputy where the chair is recused from it, or where the chair's institution
 * competes in its category (product.md section 5); else the chair.
 */
export async function loadPresiding(tx: Tx, nominationId: string): Promise<'chair' | 'deputy'> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = t.id AND r.nomination_id = n.id AND r.lifted_at IS NULL) AS recused,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('administrationId', a.id, 'supervisingId', a.parent_id) END AS body,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('administrationId', b.id, 'supervisingId', b.parent_id)), '[]')
        FROM nomination m JOIN administration b ON b.id = m.administration_id
          OR b.id IN (SELECT p.administration_id FROM nomination_partner p WHERE p.nomination_id = m.id)
        WHERE m.category_id = n.category_id AND m.state = 'admissible') AS competitors
    FROM nomination n JOIN seat t ON t.campaign_id = n.campaign_id AND t.role = 'chair' AND t.state = 'accepted'
      LEFT JOIN administration a ON a.id = t.institution_id
    WHERE n.id = ${nominationId}::uuid`
  if (!row) return 'deputy'
  const chair = { personId: '', institution: row.body, mailDomain: '' }
  const competes = row.competitors.some(
    (lead) =>
      automaticExclusions(chair, { nominationId, lead, partners: [], peopleIds: [], mailDomains: [] })
        .length > 0,
  )
  return row.recused || competes ? 'deputy' : 'chair'
}

export async function loadCampaignName(tx: Tx, campaignId: string): Promise<Localized> {
  const row = await tx.campaign.findUnique({ where: { id: campaignId }, select: { awardName: true } })
  return (row?.awardName ?? {}) as Localized
}
