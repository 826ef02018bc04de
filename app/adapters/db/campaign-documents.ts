import type { Localized } from '#app/domain/kernel/localized.ts'
import { instantOf } from '#app/domain/kernel/instant.ts'
import type { RegisterLine, RegisterRecord } from '#app/domain/document/screening-records.ts'
import type { CampaignReportRecord, ReportFigure } from '#app/domain/document/result-records.ts'
import type { Tx } from './client.server.ts'

type Line = Omit<RegisterLine, 'receivedAt'> & { category: string; receivedAt: Date }

/** Every nomination received and not withdrawn, by category, each with the last version that was deposited. */
export async function loadRegister(tx: Tx, campaignId: string): Promise<RegisterRecord['categories']> {
  const categories = await tx.category.findMany({
    where: { campaignId },
    select: { code: true, name: true },
    orderBy: { position: 'asc' },
  })
  const lines = await tx.$queryRaw<Line[]>`
    SELECT k.code AS category, n.reference, n.title, a.name AS administration, v.received_at AS "receivedAt",
      v.receipt_number AS "receiptNumber", v.hash AS "dossierSha256"
    FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
      JOIN LATERAL (SELECT received_at, receipt_number, hash FROM dossier_version WHERE nomination_id = n.id
        ORDER BY number DESC LIMIT 1) v ON true
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state NOT IN ('draft', 'awaiting_visa', 'withdrawn')
    ORDER BY n.reference`
  return categories.map(({ code, name }) => ({
    name: name as Localized,
    lines: lines
      .filter((line) => line.category === code)
      .map(({ category: _, receivedAt, ...line }) => ({ ...line, receivedAt: instantOf(receivedAt) })),
  }))
}

type Report = Pick<CampaignReportRecord, 'phases' | 'figures' | 'categories' | 'sheetRoot'>

const counted = (tx: Tx, campaignId: string) => tx.$queryRaw<Record<ReportFigure, number>[]>`
  SELECT count(*) FILTER (WHERE n.submitted_at IS NOT NULL)::int AS received,
    count(*) FILTER (WHERE n.state = 'admissible')::int AS admissible,
    count(*) FILTER (WHERE n.state = 'inadmissible')::int AS inadmissible,
    count(*) FILTER (WHERE n.state = 'withdrawn')::int AS withdrawn,
    (SELECT count(*)::int FROM completion_request r JOIN nomination m ON m.id = r.nomination_id
      WHERE m.campaign_id = ${campaignId}::uuid) AS completions,
    count(DISTINCT n.administration_id) FILTER (WHERE n.submitted_at IS NOT NULL)::int AS administrations,
    (SELECT count(*)::int FROM seat WHERE campaign_id = ${campaignId}::uuid AND state = 'accepted') AS seats,
    (SELECT count(*)::int FROM recusal r JOIN nomination m ON m.id = r.nomination_id
      WHERE m.campaign_id = ${campaignId}::uuid AND r.lifted_at IS NULL) AS recusals,
    (SELECT count(*)::int FROM score_sheet s JOIN nomination m ON m.id = s.nomination_id
      WHERE m.campaign_id = ${campaignId}::uuid AND s.state = 'sealed') AS sheets,
    (SELECT count(*)::int FROM deliberation_session WHERE campaign_id = ${campaignId}::uuid) AS sessions,
    (SELECT count(*)::int FROM award_decision d JOIN prize_slot p ON p.id = d.slot_id JOIN category k ON k.id = p.category_id
      WHERE k.campaign_id = ${campaignId}::uuid AND d.outcome <> 'withheld') AS awarded,
    (SELECT count(*)::int FROM award_decision d JOIN prize_slot p ON p.id = d.slot_id JOIN category k ON k.id = p.category_id
      WHERE k.campaign_id = ${campaignId}::uuid AND d.outcome = 'withheld') AS withheld
  FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid`

const byCategory = (tx: Tx, campaignId: string) => tx.$queryRaw<CampaignReportRecord['categories'][number][]>`
  SELECT k.name, (SELECT count(*)::int FROM nomination n WHERE n.category_id = k.id AND n.submitted_at IS NOT NULL) AS received,
    (SELECT count(*)::int FROM nomination n WHERE n.category_id = k.id AND n.state = 'admissible') AS admissible,
    (SELECT count(*)::int FROM award_decision d JOIN prize_slot p ON p.id = d.slot_id
      WHERE p.category_id = k.id AND d.outcome <> 'withheld') AS awarded,
    (SELECT count(*)::int FROM award_decision d JOIN prize_slot p ON p.id = d.slot_id
      WHERE p.category_id = k.id AND d.outcome = 'withheld') AS withheld
  FROM category k WHERE k.campaign_id = ${campaignId}::uuid ORDER BY k.position`

/** The edition in figures, each counted from its rows. */
export async function loadReport(
  tx: Tx,
  campaignId: string,
  order: readonly ReportFigure[],
): Promise<Report> {
  const [figures] = await counted(tx, campaignId)
  const phases = await tx.phaseChange.findMany({
    where: { campaignId },
    select: { toPhase: true, at: true },
    orderBy: { at: 'asc' },
  })
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: { sheetRoot: true } })
  return {
    phases: phases.map(({ toPhase, at }) => ({ phase: toPhase, at: instantOf(at) })),
    figures: order.map((figure) => ({ figure, value: figures?.[figure] ?? null })),
    categories: await byCategory(tx, campaignId),
    sheetRoot: campaign?.sheetRoot ?? null,
  }
}
