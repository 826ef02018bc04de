import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'
import type { TallyDocument } from './tallies.ts'

export type UnadvisedTally = {
  readonly tallyId: string
  readonly campaignId: string
  readonly categoryId: string
  readonly hash: string
  readonly document: TallyDocument
}

/**
 * The newest tally of each category that has no advisory figures yet. While a second round is open there are none to make:
 * the first is decided, and the second not yet counted.
 */
export const unadvisedTallies = (client: Client): Promise<readonly UnadvisedTally[]> =>
  client.$queryRaw<UnadvisedTally[]>`
    SELECT t.id AS "tallyId", t.campaign_id AS "campaignId", t.category_id AS "categoryId", t.hash, t.document
    FROM (SELECT DISTINCT ON (category_id) * FROM tally ORDER BY category_id, computed_at DESC, id DESC) t
    WHERE NOT EXISTS (SELECT 1 FROM advice a WHERE a.tally_id = t.id)
      AND NOT EXISTS (SELECT 1 FROM campaign c JOIN shortlist l ON l.campaign_id = c.id
        WHERE c.id = t.campaign_id AND c.phase = 'presentations')
    ORDER BY t.computed_at LIMIT 20`

/** False when another worker was first. */
export async function storeAdvice(
  tx: Tx,
  advice: { readonly tallyId: string; readonly document: AdviceDocument; readonly at: Instant },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO advice (tally_id, document, computed_at)
    VALUES (${advice.tallyId}::uuid, ${JSON.stringify(advice.document)}::jsonb, ${toDate(advice.at)})
    ON CONFLICT DO NOTHING`
  return written === 1
}

/** The advisory figures of the newest tally of one category; null while the worker has not made them. */
export async function loadAdvice(tx: Tx, categoryId: string): Promise<AdviceDocument | null> {
  const [row] = await tx.$queryRaw<{ document: AdviceDocument | null }[]>`
    SELECT a.document FROM tally t LEFT JOIN advice a ON a.tally_id = t.id
    WHERE t.category_id = ${categoryId}::uuid ORDER BY t.computed_at DESC, t.id DESC LIMIT 1`
  return row?.document ?? null
}

export type DatedAdvice = { readonly at: Instant; readonly document: AdviceDocument }

/** Every set of advisory figures that a campaign ever had, with when it was there to be seen, the earliest first. */
export async function loadAdviceHistory(tx: Tx, campaignId: string): Promise<readonly DatedAdvice[]> {
  const rows = await tx.$queryRaw<{ at: Date; document: AdviceDocument }[]>`
    SELECT a.computed_at AS at, a.document FROM advice a JOIN tally t ON t.id = a.tally_id
    WHERE t.campaign_id = ${campaignId}::uuid ORDER BY a.computed_at, t.computed_at, a.tally_id`
  return rows.map(({ at, document }) => ({ at: instantOf(at), document }))
}

/** The advisory figures of every category's newest tally, in the order of the categories. */
export async function loadCampaignAdvice(tx: Tx, campaignId: string): Promise<readonly AdviceDocument[]> {
  const rows = await tx.$queryRaw<{ document: AdviceDocument | null }[]>`
    SELECT (SELECT a.document FROM tally t LEFT JOIN advice a ON a.tally_id = t.id
      WHERE t.category_id = k.id ORDER BY t.computed_at DESC, t.id DESC LIMIT 1) AS document
    FROM category k WHERE k.campaign_id = ${campaignId}::uuid ORDER BY k.position`
  return rows.flatMap(({ document }) => document ?? [])
}
