import { loadAnswers, loadComplaint } from '#app/adapters/db/complaints.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { COMPLAINT_LETTERS } from '#app/domain/document/document.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { documentLinks } from '../files/permitted-document.ts'

/** One complaint for the administration in whose name it was filed; whoever answered is not named. */
export async function myComplaint(ctx: Context, actor: Actor, id: string) {
  const read = await readAs(ctx.db.applicant, actor.personId, async (tx, now) => {
    const complaint = await loadComplaint(tx, id, 'read')
    if (!complaint) return null
    const nomination = await tx.nomination.findUnique({
      where: { id: complaint.nominationId },
      select: { reference: true, title: true, campaign: { select: { phase: true, synthetic: true } } },
    })
    return nomination && { complaint, nomination, now, answers: await loadAnswers(tx, id) }
  })
  if (!read) return refuse('not-found') as Result<never, 'not-found'>
  const { complaint, nomination, now, answers } = read
  const { campaignId, administrationId, authorId, reopenedAt } = complaint
  const phase = nomination.campaign.phase as Phase
  const facts = { campaignId, phase, administrationId, ownerId: authorId }
  if (!decide(actor, 'complaint.read', facts).ok) return refuse('not-found') as Result<never, 'not-found'>
  const mayReopen = decide(actor, 'complaint.reopen', facts).ok
  return ok({
    now,
    complaint,
    nomination: {
      id: complaint.nominationId,
      reference: nomination.reference,
      title: nomination.title as Localized,
    },
    demonstration: nomination.campaign.synthetic,
    answers: answers.map(({ round, outcome, answer, answeredAt }) => ({
      round,
      outcome,
      answer,
      answeredAt,
    })),
    documents: await documentLinks(ctx, actor, [id], COMPLAINT_LETTERS),
    can: { reopen: mayReopen && complaint.state === 'answered' && reopenedAt === null },
  })
}
