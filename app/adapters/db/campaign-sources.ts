import type { Tx } from './client.server.ts'

/** What the record of a past edition says beside its prizes: where it was read, how many candidates were announced. */
export type CampaignRecord = { readonly sources: readonly string[]; readonly candidates: number | null }

export async function storeRecordOf(tx: Tx, campaignId: string, record: CampaignRecord): Promise<void> {
  await tx.campaign.update({
    where: { id: campaignId },
    data: { sources: [...record.sources], candidates: record.candidates },
    select: { id: true },
  })
}
