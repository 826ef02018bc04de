import { type AssignmentFacts, insertAssignments, loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { assignmentFaults, loadsOf, type Pair } from '#app/domain/jury/assignment.ts'
import type { ProposedPair } from '#app/domain/jury/assignment-flow.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NoticeDraft } from '#app/domain/notice/draft.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { localizedFact } from './localized-fact.ts'
import { proposalFor } from './propose-assignment.ts'

export type Confirmed = { readonly added: number; readonly shortages: number }

/**
 * Stores the proposal that was shown. Panel and pool are read again under the lock: if the proposal over them is not
 * the one shown, nothing is stored and the secretariat looks at the new one.
 */
export const confirmAssignment = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly seed: number; readonly digest: string },
): Promise<Result<Act<Confirmed>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<Confirmed>>> => {
      const { campaignId } = input
      const facts = await loadAssignmentFacts(tx, campaignId, true)
      if (!facts) return refuse('not-found')
      const permit = decide(actor, 'assignment.confirm', { campaignId, phase: facts.phase })
      if (!permit.ok) return permit
      const { proposal, digest } = proposalFor(ctx, facts, input.seed)
      if (digest !== input.digest) return refuse('proposal-changed')
      const faults = faultCount(facts, proposal.pairs)
      if (faults > 0) return refuse('proposal-faulty', { faults })
      const fresh = proposal.pairs.filter((pair) => pair.why.source === 'proposed')
      if (fresh.length === 0) return refuse('nothing-to-assign')
      const rows = fresh.map(({ why, ...pair }) => ({ ...pair, id: ctx.ids.rowId(), explanation: why }))
      await insertAssignments(tx, rows, { personId: actor.personId, at: now })
      const subject = { type: 'campaign', id: campaignId }
      const entry = {
        act: 'assignmentConfirmed',
        subject,
        campaignId,
        facts: { added: fresh.length, shortages: proposal.shortages.length, seed: input.seed, digest },
      }
      return ok({
        added: fresh.length,
        shortages: proposal.shortages.length,
        entries: [entry],
        notices: noticesFor(facts, fresh),
      })
    },
  )

/** Every hard constraint once more, file by file, and the loads over all files. */
function faultCount(facts: AssignmentFacts, pairs: readonly ProposedPair[]): number {
  const { problem } = facts
  const byFile = Map.groupBy(pairs, (pair) => pair.nominationId)
  const excluded = Map.groupBy(problem.excluded, (pair) => pair.nominationId)
  const settled = new Set(facts.assigned.map((pair) => `${pair.nominationId} ${pair.seatId}`))
  const wrong = problem.nominations.flatMap((subject) => {
    const own = { ...problem, nominations: [subject], excluded: excluded.get(subject.nominationId) ?? [] }
    // What was settled by hand earlier is not the proposal's fault.
    return assignmentFaults(own, byFile.get(subject.nominationId) ?? []).filter(
      ({ pair }) => !settled.has(`${pair.nominationId} ${pair.seatId}`),
    )
  })
  const before = loadsOf(problem.readers, facts.assigned)
  const loads = loadsOf(problem.readers, pairs)
  const heavy = problem.readers.filter(
    ({ seatId, loadLimit }) => (loads.get(seatId) ?? 0) > Math.max(loadLimit, before.get(seatId) ?? 0),
  )
  return wrong.length + heavy.length
}

/** One letter per reader, whatever the number of files. */
function noticesFor(facts: AssignmentFacts, fresh: readonly Pair[]): readonly NoticeDraft[] {
  return [...Map.groupBy(fresh, (pair) => pair.seatId)].flatMap(([seatId, files]): NoticeDraft[] => {
    const personId = facts.personOfSeat.get(seatId)
    if (!personId) return []
    const told = { ...localizedFact('campaign', facts.campaignName), count: files.length, dueAt: facts.dueAt }
    return [{ name: 'assignment-ready', to: { personId }, campaignId: facts.campaignId, facts: told }]
  })
}
