import type { AdministrationState } from '#app/domain/administration/administration.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Counted } from '#app/domain/category/category.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Nomination } from '#app/domain/nomination/nomination.ts'
import { lockCampaign } from './campaigns.ts'
import type { Tx } from './client.server.ts'

/** The place of the campaign in its year, given once when it was begun: what its numbers are told apart by. */
export async function seriesPlaceOf(tx: Tx, campaignId: string): Promise<number> {
  const row = await tx.campaign.findUnique({ where: { id: campaignId }, select: { seriesPlace: true } })
  return row?.seriesPlace ?? 0
}

/** What starting a nomination is decided on: the rules, the administration, what it already entered. */
export type EntryFacts = {
  readonly campaign: Campaign
  readonly nextReference: number
  readonly seriesPlace: number
  readonly categoryIds: ReadonlyMap<string, string>
  readonly administration: { readonly id: string; readonly type: string; readonly state: AdministrationState }
  readonly existing: readonly Counted[]
}

/** Locks the campaign: quota and next reference are read by one act at a time. */
export async function loadEntryFacts(
  tx: Tx,
  campaignId: string,
  administrationId: string,
): Promise<EntryFacts | null> {
  const campaign = await lockCampaign(tx, campaignId)
  const numbers = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: { nextReference: true, seriesPlace: true },
  })
  const administration = await tx.administration.findUnique({
    where: { id: administrationId },
    select: { id: true, type: true, state: true },
  })
  if (!campaign || !numbers || !administration) return null
  const categories = await tx.category.findMany({ where: { campaignId }, select: { id: true, code: true } })
  const existing = await tx.nomination.findMany({
    where: { campaignId, administrationId },
    select: { state: true, category: { select: { code: true } } },
  })
  return {
    campaign,
    nextReference: numbers.nextReference,
    seriesPlace: numbers.seriesPlace ?? 0,
    categoryIds: new Map(categories.map(({ id, code }) => [code, id])),
    administration: { ...administration, state: administration.state as AdministrationState },
    existing: existing.map(({ state, category }) => ({
      categoryCode: category.code,
      administrationId,
      state,
    })),
  }
}

export async function insertNomination(
  tx: Tx,
  nomination: Nomination,
  more: {
    readonly categoryId: string
    readonly synthetic: boolean
    readonly at: Instant
    readonly by: string
  },
): Promise<void> {
  await tx.$executeRaw`UPDATE campaign SET next_reference = next_reference + 1 WHERE id = ${nomination.campaignId}::uuid`
  await tx.nomination.create({
    data: {
      id: nomination.id,
      campaignId: nomination.campaignId,
      categoryId: more.categoryId,
      administrationId: nomination.administrationId,
      reference: nomination.reference,
      state: nomination.state,
      version: nomination.version,
      title: nomination.title,
      synthetic: more.synthetic,
      createdAt: toDate(more.at),
      createdBy: more.by,
    },
  })
}
