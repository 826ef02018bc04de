import type { Comparable, FormerLaureate } from '#app/domain/nomination/finding.ts'
import type { Client, Tx } from './client.server.ts'

type Row = {
  id: string
  reference: string
  administration_id: string
  category_code: string
  state: string
  url: string | null
  ar: string | null
  fr: string | null
}

/** The other nominations of the campaign that could be the same service, with what a comparison looks at. */
export async function loadComparables(
  client: Client | Tx,
  campaignId: string,
  except: string,
): Promise<readonly Comparable[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT n.id, n.reference, n.administration_id, k.code AS category_code, n.state, u.value #>> '{}' AS url,
      n.title->>'ar' AS ar, n.title->>'fr' AS fr
    FROM nomination n JOIN category k ON k.id = n.category_id
      LEFT JOIN answer u ON u.nomination_id = n.id AND u.field = 'url'
    WHERE n.campaign_id = ${campaignId}::uuid AND n.id <> ${except}::uuid
      AND n.state NOT IN ('draft', 'awaiting_visa', 'withdrawn', 'disqualified')
    ORDER BY n.reference LIMIT 5000`
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    administrationId: row.administration_id,
    categoryCode: row.category_code,
    state: row.state,
    url: row.url ?? '',
    titles: [row.ar, row.fr].filter((title): title is string => title !== null),
  }))
}

/** Laureates of earlier campaigns held by the platform, for the same comparison. */
export async function loadFormerLaureates(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly FormerLaureate[]> {
  const rows = await client.$queryRaw<(Row & { year: number })[]>`
    SELECT n.id, n.administration_id, c.year, u.value #>> '{}' AS url, n.title->>'ar' AS ar, n.title->>'fr' AS fr
    FROM award_winner w JOIN nomination n ON n.id = w.nomination_id JOIN campaign c ON c.id = n.campaign_id
      LEFT JOIN answer u ON u.nomination_id = n.id AND u.field = 'url'
    WHERE n.campaign_id <> ${campaignId}::uuid AND c.phase IN ('published', 'archived') ORDER BY c.year DESC LIMIT 2000`
  return rows.map((row) => ({
    administrationId: row.administration_id,
    url: row.url ?? '',
    titles: [row.ar, row.fr].filter((title): title is string => title !== null),
    year: row.year,
  }))
}
