import { insertAssignments } from '#app/adapters/db/assignment-rows.ts'
import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import { loadProposal, moveProposal, type ProposalRow } from '#app/adapters/db/proposals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { planFaults } from '#app/domain/jury/plan-faults.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { questionFor } from './assignment-question.ts'
import { readerNotices } from './reader-notices.ts'

export type Confirmed = { readonly added: number }

/**
 * Stores the proposal that was shown. Panel and pool are read again under the lock: if they are not those that it was
 * computed from, nothing is stored; every constraint is counted again in either case. Refused: a file for whose
 * bodies the clerk acts is among those that it is about.
 */
export const confirmAssignment = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly proposalId: string },
): Promise<Result<Act<Confirmed>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<Confirmed>>> => {
      const { campaignId, proposalId } = input
      const facts = await loadAssignmentFacts(tx, campaignId, true)
      const row = facts && (await loadProposal(tx, proposalId))
      if (!row || row.campaignId !== campaignId) return refuse('not-found')
      const permit = decide(actor, 'assignment.confirm', { campaignId, phase: facts.phase })
      if (!permit.ok) return permit
      const proposal = row.result?.proposal
      if (row.state !== 'ready' || proposal?.kind !== 'plan') return refuse('proposal-over')
      const ownFiles = new Set(await filesActedFor(tx, actor, campaignId))
      if (row.result?.nominationIds.some((id) => ownFiles.has(id))) return refuse('actor-conflicted')
      const { numbered, inputHash } = questionFor(ctx, facts.problem, row)
      if (inputHash !== row.inputHash) return refuse('proposal-changed')
      const { faults, pairs } = planFaults(numbered, proposal)
      if (faults !== null) return refuse('proposal-faulty', { broken: faults })
      if (pairs.length === 0) return refuse('nothing-to-assign')
      if (!(await moveProposal(tx, proposalId, { from: ['ready'], to: 'confirmed', at: now })))
        return refuse('proposal-over')
      const rows = pairs.map(({ points, ...pair }) => ({
        ...pair,
        id: ctx.ids.rowId(),
        explanation: { source: 'proposed' as const, proposal: proposalId, points },
      }))
      await insertAssignments(tx, rows, { personId: actor.personId, at: now })
      return ok({
        added: pairs.length,
        entries: [confirmedEntry(row, pairs.length)],
        notices: readerNotices(facts, pairs),
      })
    },
  )

/** The trail reveals the seed and its salt: whoever kept the commitment can draw again. */
const confirmedEntry = (row: ProposalRow, added: number) => ({
  act: 'assignmentConfirmed' as const,
  subject: { type: 'campaign', id: row.campaignId },
  campaignId: row.campaignId,
  facts: {
    added,
    number: row.number,
    inputHash: row.inputHash,
    seed: row.seed,
    salt: row.salt,
    solver: row.solver ? `${row.solver.name} ${row.solver.version}` : '',
  },
})
