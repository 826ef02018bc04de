import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { PublicDraw } from '#app/domain/scoring/lot.ts'
import type { LotRecord } from '#app/domain/scoring/lot-draw.ts'
import type { Tx } from './client.server.ts'

/** What the public draw gave; null while it has not been recorded. */
export async function loadLotDraw(tx: Tx, campaignId: string): Promise<PublicDraw | null> {
  return tx.lotDraw.findUnique({ where: { campaignId }, select: { source: true, outcome: true } })
}

export async function insertLotDraw(
  tx: Tx,
  campaignId: string,
  record: LotRecord,
  by: { readonly personId: string; readonly at: Instant },
): Promise<void> {
  await tx.lotDraw.create({
    data: { campaignId, ...record, drawnAt: toDate(by.at), drawnBy: by.personId },
    select: { campaignId: true },
  })
}

/** Whether a point of any agenda of the campaign was opened: from then on its finalists are fixed. */
export async function isAnyPointOpened(tx: Tx, campaignId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ opened: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM deliberation_item i JOIN deliberation_session s ON s.id = i.session_id
      WHERE s.campaign_id = ${campaignId}::uuid AND i.opened_at IS NOT NULL) AS opened`
  return row?.opened ?? false
}
