import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** The prize slots of a campaign that no agenda holds yet, in the order of the regulation. */
export async function loadFreeSlots(
  tx: Tx,
  campaignId: string,
): Promise<readonly { readonly id: string; readonly code: string; readonly category: string }[]> {
  return tx.$queryRaw`
    SELECT p.id, p.code, k.code AS category FROM prize_slot p JOIN category k ON k.id = p.category_id
    WHERE k.campaign_id = ${campaignId}::uuid AND NOT EXISTS (SELECT 1 FROM award_decision d WHERE d.slot_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM deliberation_item i WHERE i.slot_id = p.id)
    ORDER BY k.position, p.position`
}

export async function storeItemOpened(
  tx: Tx,
  itemId: string,
  opened: {
    readonly now: Instant
    readonly finalists: readonly string[]
    readonly recused: readonly string[]
  },
): Promise<void> {
  const { now, finalists, recused } = opened
  await tx.deliberationItem.update({
    where: { id: itemId },
    data: { state: 'open', openedAt: toDate(now), finalists: [...finalists], recused: [...recused] },
    select: { id: true },
  })
}
export async function storeItemDecided(tx: Tx, itemId: string, now: Instant): Promise<void> {
  const data = { state: 'decided', closedAt: toDate(now) }
  await tx.deliberationItem.update({ where: { id: itemId }, data, select: { id: true } })
}

/**
 * Whether a point of this nomination's category was ever opened: from then on its finalists are fixed, and with them the
 * ranking that they were taken from.
 */
export async function isCategoryOpened(tx: Tx, nominationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ opened: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id
      JOIN nomination n ON n.category_id = p.category_id
      WHERE n.id = ${nominationId}::uuid AND i.opened_at IS NOT NULL) AS opened`
  return row?.opened === true
}

/** Whether a prize of this nomination's category is decided: what counted in its ranking no longer changes. */
export async function hasDecidedPrize(tx: Tx, nominationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ decided: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM deliberation_item i JOIN prize_slot p ON p.id = i.slot_id
      JOIN nomination n ON n.category_id = p.category_id
      WHERE n.id = ${nominationId}::uuid AND i.state = 'decided') AS decided`
  return row?.decided === true
}
