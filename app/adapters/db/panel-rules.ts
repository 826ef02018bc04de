import type { Phase } from '#app/domain/campaign/phase.ts'
import type { SeatRule } from '#app/domain/campaign/regulation.ts'
import type { Tx } from './client.server.ts'

/** The seats that the newest regulation of the campaign names, draft or frozen. */
export async function loadPanelRules(
  tx: Tx,
  campaignId: string,
): Promise<{ phase: Phase; seats: readonly SeatRule[] } | null> {
  const [row] = await tx.$queryRaw<{ phase: Phase; seats: SeatRule[] }[]>`
    SELECT c.phase, r.document -> 'jury' -> 'seats' AS seats
    FROM campaign c CROSS JOIN LATERAL (SELECT v.document FROM regulation_version v
      WHERE v.campaign_id = c.id ORDER BY v.number DESC LIMIT 1) r
    WHERE c.id = ${campaignId}::uuid FOR SHARE OF c`
  return row ?? null
}

/** Whether that regulation names a seat which nobody has made yet. */
export async function lacksSeats(tx: Tx, campaignId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ lacking: boolean }[]>`
    SELECT EXISTS (SELECT 1
      FROM jsonb_array_elements((SELECT v.document -> 'jury' -> 'seats' FROM regulation_version v
        WHERE v.campaign_id = ${campaignId}::uuid ORDER BY v.number DESC LIMIT 1)) AS s
      WHERE NOT EXISTS (SELECT 1 FROM seat t
        WHERE t.campaign_id = ${campaignId}::uuid AND t.code = s ->> 'code')) AS lacking`
  return row?.lacking ?? false
}
