import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { loadProposal, moveProposal } from '#app/adapters/db/proposals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'

/** Ends a computation that waits or runs. Refused: it is over. */
export const cancelProposal = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly proposalId: string },
): Promise<Result<Act<object>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<object>>> => {
      const { campaignId, proposalId } = input
      const facts = await loadAssignmentFacts(tx, campaignId, false)
      const row = facts && (await loadProposal(tx, proposalId))
      if (!row || row.campaignId !== campaignId) return refuse('not-found')
      const permit = decide(actor, 'assignment.propose', { campaignId, phase: facts.phase })
      if (!permit.ok) return permit
      const moved = await moveProposal(tx, proposalId, {
        from: ['waiting', 'computing'],
        to: 'cancelled',
        at: now,
      })
      if (!moved) return refuse('proposal-over')
      const subject = { type: 'campaign', id: campaignId }
      const entry = {
        act: 'assignmentCancelled' as const,
        subject,
        campaignId,
        facts: { number: row.number },
      }
      return ok({ entries: [entry], notices: [] })
    },
  )
