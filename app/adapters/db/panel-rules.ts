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
