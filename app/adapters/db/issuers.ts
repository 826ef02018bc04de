import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from './client.server.ts'

/** In whose name the documents of a campaign are issued. */
export type Issuer = {
  readonly year: number
  readonly synthetic: boolean
  readonly organiser: Localized
  readonly awardName: Localized
}

export async function loadIssuer(tx: Tx, campaignId: string): Promise<Issuer> {
  const row = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { year: true, synthetic: true, organiser: true, awardName: true },
  })
  return { ...row, organiser: row.organiser as Localized, awardName: row.awardName as Localized }
}
