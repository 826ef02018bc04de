import { loadCampaignSeats } from '#app/adapters/db/meeting-seats.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Signatory } from '#app/domain/document/records.ts'
import { official } from './official.ts'

/** Who signs the certificates: the chair, as the seat is named. */
export async function signatoryOf(tx: Tx, campaignId: string): Promise<Signatory | null> {
  const chair = (await loadCampaignSeats(tx, campaignId)).find(({ role }) => role === 'chair')
  if (!chair) return null
  const isArabic = /\p{Script=Arabic}/u.test(chair.name)
  return {
    name: isArabic ? { ar: chair.name } : { fr: chair.name },
    capacity: official('documents.certificate.chair'),
  }
}
