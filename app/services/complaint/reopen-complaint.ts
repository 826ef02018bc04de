import { loadComplaint, storeReopening } from '#app/adapters/db/complaints.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { reopenComplaint as decideReopening, type ReopenReason } from '#app/domain/complaint/complaint.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run } from '../run.ts'
import { receiptDraft } from './letters.ts'
import { type ComplaintPermitReason, permitOnComplaint } from './permit.ts'
import { tellDesk } from './tell-desk.ts'

export type ReopenComplaintReason = ReopenReason | ComplaintPermitReason
type Reopened = Act<{ readonly complaintId: string }>

/** The author asks once that an answered complaint be looked at again, says why, and gets a receipt of its own. */
export const reopenComplaint = (
  ctx: Context,
  actor: Actor,
  { complaintId, text }: { readonly complaintId: string; readonly text: string },
): Promise<Result<Reopened, ReopenComplaintReason>> =>
  run<Reopened, ReopenComplaintReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async (unit) => {
    const { tx, now } = unit
    const complaint = await loadComplaint(tx, complaintId, 'lock')
    const found = complaint && (await loadNomination(tx, complaint.nominationId, 'read'))
    if (!complaint || !found) return refuse('not-found')
    const permit = permitOnComplaint(actor, 'complaint.reopen', complaint, found)
    if (!permit.ok) return permit
    const days = found.campaign.regulation.publication.complaintDays
    const decision = decideReopening(complaint, actor, { text, days }, now, (at) => legalOffsetMinutes(at))
    if (!decision.ok) return decision
    const { entry, complaint: reopened } = decision.value
    if (!(await storeReopening(tx, reopened))) return refuse('already-reopened')
    await issueDocuments(ctx, unit, reopened.campaignId, [receiptDraft(found, reopened)])
    return ok({ complaintId, entries: [entry], notices: await tellDesk(tx, reopened) })
  })
