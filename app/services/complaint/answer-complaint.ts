import { loadComplaint, loadInvolved, storeAnswer } from '#app/adapters/db/complaints.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  answerComplaint as decideAnswer,
  type Answering,
  type AnswerReason,
} from '#app/domain/complaint/complaint.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run } from '../run.ts'
import { answerDraft } from './letters.ts'
import { type ComplaintPermitReason, permitOnComplaint } from './permit.ts'

export type AnswerComplaintReason = AnswerReason | ComplaintPermitReason
type Answered = Act<{ readonly complaintId: string; readonly campaignId: string }>

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
      await issueDocuments(ctx, { tx, now }, complaint.campaignId, [answerDraft(found, complaint, answer)])
      return ok({ complaintId, campaignId: complaint.campaignId, entries: [entry], notices, actedAs })
    },
  )
