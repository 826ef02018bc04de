import { loadComplaint, loadInvolved, storeAnswer } from '#app/adapters/db/complaints.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  answerComplaint as decideAnswer,
  type Answering,
  type AnswerReason,
  type Complaint,
  type ComplaintAnswer,
} from '#app/domain/complaint/complaint.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Draft, issueDocuments } from '../issue.ts'
import { namedOf } from '../nomination/screening-documents.ts'
import { type Act, run } from '../run.ts'
import { type ComplaintPermitReason, permitOnComplaint } from './permit.ts'

export type AnswerComplaintReason = AnswerReason | ComplaintPermitReason
type Answered = Act<{ readonly complaintId: string; readonly campaignId: string }>

/** The letter names the nomination and its administration, never who wrote or who answered. */
const letter = (complaint: Complaint, found: NominationCase, answer: ComplaintAnswer): Draft => ({
  ...{ kind: 'complaint_answer', subjectId: complaint.id, isPublic: false },
  body: {
    ...namedOf(found),
    ...{ complaint: complaint.number, kind: complaint.kind, about: complaint.about },
    filedAt: complaint.reopenedAt ?? complaint.filedAt,
    answeredAt: answer.answeredAt,
    text: complaint.reopenText ?? complaint.text,
    ...{ outcome: answer.outcome, answer: answer.answer, reopened: complaint.reopenedAt !== null },
  },
})

async function loadAnswerable(tx: Tx, actor: Actor, complaintId: string) {
  const complaint = await loadComplaint(tx, complaintId, 'lock')
  const found = complaint && (await loadNomination(tx, complaint.nominationId, 'read'))
  if (!complaint || !found) return refuse('not-found')
  const involved = await loadInvolved(tx, complaintId)
  const permit = permitOnComplaint(actor, 'complaint.answer', complaint, found, involved)
  return permit.ok ? ok({ complaint, found, involved, actedAs: permit.value.as }) : permit
}

/**
 * The desk answers with reasons, by a hand that took no part in what is complained of; the answer is issued as a
 * document in the same transaction. The statement that stores it refuses an involved hand as well.
 */
export const answerComplaint = (
  ctx: Context,
  actor: Actor,
  { complaintId, ...typed }: Answering & { readonly complaintId: string },
): Promise<Result<Answered, AnswerComplaintReason>> =>
  run<Answered, AnswerComplaintReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const loaded = await loadAnswerable(tx, actor, complaintId)
      if (!loaded.ok) return loaded
      const { complaint, found, involved, actedAs } = loaded.value
      const decision = decideAnswer(complaint, actor, involved, typed, now)
      if (!decision.ok) return decision
      const { answer, entry, notices } = decision.value
      if (!(await storeAnswer(tx, answer))) return refuse('took-part')
      await issueDocuments(ctx, { tx, now }, complaint.campaignId, [letter(complaint, found, answer)])
      return ok({ complaintId, campaignId: complaint.campaignId, entries: [entry], notices, actedAs })
    },
  )
