import { loadAnswers, loadComplaint, loadInvolved } from '#app/adapters/db/complaints.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { complaintDue, outcomesOf, roundOf, targetDays } from '#app/domain/complaint/complaint.ts'
import { COMPLAINT_LETTERS } from '#app/domain/document/document.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { actsForFile } from '#app/domain/nomination/nomination.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'
import { complaintScope } from './complaints.ts'

/** Until when the desk means to answer, by legal days as what is due is counted: never later than it must. */
const targetOf = (from: Instant, dueAt: Instant, days: number): Instant =>
  instant(Math.min(dueAt, complaintDue(from, days, legalOffsetMinutes)))

/** One complaint at the desk: all that was written, and whether this person may answer it. */
export async function deskComplaint(ctx: Context, actor: Actor, id: string) {
  const db = ctx.db.office
  const complaint = await loadComplaint(db, id, 'read')
  const seen = complaint && (await complaintScope(ctx, actor, complaint.campaignId))
  const about = seen && (await loadNomination(db, complaint.nominationId, 'read'))
  if (!about) return refuse('not-found') as Result<never, 'not-found'>
  const { administrationId, authorId } = complaint
  const { nomination, administration } = about
  const may = decide(actor, 'complaint.answer', {
    ...{ campaignId: complaint.campaignId, phase: about.campaign.phase, administrationId },
    ownerId: authorId,
    recused: actsForFile(actor, nomination),
    involved: await loadInvolved(db, id),
  })
  return ok({
    now: await awardNow(db),
    campaign: { id: seen.campaign.id, year: seen.campaign.year },
    complaint,
    targetAt: targetOf(
      complaint.reopenedAt ?? complaint.filedAt,
      complaint.dueAt,
      targetDays(about.campaign.regulation.publication),
    ),
    round: roundOf(complaint),
    outcomes: outcomesOf(complaint.kind),
    nomination: {
      reference: nomination.reference,
      title: nomination.title,
      administration: administration.name,
    },
    answers: await loadAnswers(db, id),
    documents: await documentLinks(ctx, actor, [id], COMPLAINT_LETTERS),
    can: { answer: may.ok && complaint.state !== 'answered' },
    refused: may.ok ? null : may.reason,
  })
}
