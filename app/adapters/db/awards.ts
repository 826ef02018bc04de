import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { AwardDecision, SlotOutcome, WithholdingReason } from '#app/domain/results/award-decision.ts'
import type { VoteRecord } from '#app/domain/results/vote-record.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

/** A decision as recorded, with the words that go with it. */
export type RecordedDecision = AwardDecision & { readonly wording: Localized; readonly departs: boolean }

export async function loadDecisions(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly RecordedDecision[]> {
  const rows = await client.awardDecision.findMany({
    where: { slot: { category: { campaignId } } },
    select: {
      id: true,
      sessionId: true,
      outcome: true,
      reasonCode: true,
      wording: true,
      vote: true,
      departs: true,
      decidedAt: true,
      slot: { select: { code: true, category: { select: { code: true } } } },
      winners: { select: { nominationId: true }, orderBy: { position: 'asc' } },
    },
    orderBy: [{ slot: { category: { position: 'asc' } } }, { slot: { position: 'asc' } }],
  })
  return rows.map((row) => ({
    id: row.id,
    campaignId,
    sessionId: row.sessionId,
    category: row.slot.category.code,
    slot: row.slot.code,
    outcome: row.outcome as SlotOutcome,
    winners: row.winners.map(({ nominationId }) => nominationId),
    reason: row.reasonCode as WithholdingReason | null,
    vote: row.vote as unknown as VoteRecord | null,
    decidedAt: instantOf(row.decidedAt),
    wording: row.wording as Localized,
    departs: row.departs,
  }))
}

export async function insertDecision(
  tx: Tx,
  decision: RecordedDecision,
  row: { readonly slotId: string; readonly motionId: string | null; readonly by: string },
): Promise<void> {
  await tx.awardDecision.create({
    data: {
      id: decision.id,
      slotId: row.slotId,
      sessionId: decision.sessionId,
      outcome: decision.outcome,
      reasonCode: decision.reason,
      wording: decision.wording,
      motionId: row.motionId,
      ...(decision.vote === null ? {} : { vote: decision.vote as unknown as Prisma.InputJsonValue }),
      departs: decision.departs,
      decidedAt: toDate(decision.decidedAt),
      decidedBy: row.by,
    },
    select: { id: true },
  })
  await tx.awardWinner.createMany({
    data: decision.winners.map((nominationId, position) => ({
      decisionId: decision.id,
      nominationId,
      position,
    })),
  })
}

export type Finalist = {
  readonly id: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly state: string
}
/** The nominations that a meeting names, by id. */
export async function loadFinalists(
  client: Client | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Finalist>> {
  if (ids.length === 0) return new Map()
  const rows = await client.nomination.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      reference: true,
      title: true,
      state: true,
      administration: { select: { name: true } },
    },
  })
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, title: row.title as Localized, administration: row.administration.name as Localized },
    ]),
  )
}
