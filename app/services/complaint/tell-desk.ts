import { loadComplaintDesk } from '#app/adapters/db/complaints.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { organisersOf } from '#app/adapters/db/grants.ts'
import { tellMissing } from '#app/domain/access/answer-hands.ts'
import { type Complaint, receivedNotices } from '#app/domain/complaint/complaint.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'

/** Of a complaint stored as filed or reopened: its author, whoever may answer, and the organisers where nobody may. */
export async function tellDesk(tx: Tx, complaint: Complaint): Promise<readonly NoticeDraft[]> {
  const { id, number, campaignId, dueAt } = complaint
  const desk = await loadComplaintDesk(tx, id)
  const open = { number, campaignId, dueAt, hands: 1, desk, proposedBy: null } as const
  return [...receivedNotices(complaint, desk), ...tellMissing(open, await organisersOf(tx, campaignId))]
}
