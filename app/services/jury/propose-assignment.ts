import { loadAssignmentFacts, type AssignmentFacts } from '#app/adapters/db/assignments.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { pairKey } from '#app/domain/jury/assignment.ts'
import { type AssignmentProposal, proposeAssignment as propose } from '#app/domain/jury/assignment-flow.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type Proposed = {
  readonly proposal: AssignmentProposal
  readonly seed: number
  /** Names this proposal over these inputs: what is confirmed is what was shown. */
  readonly digest: string
}

/** A balanced proposal, computed and shown, stored nowhere until it is confirmed. */
export async function proposeAssignment(
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly seed: number },
): Promise<Result<Proposed>> {
  const facts = await readAs(ctx.db.office, actor.personId, (tx) =>
    loadAssignmentFacts(tx, input.campaignId, false),
  )
  if (!facts) return refuse('not-found')
  const permit = decide(actor, 'assignment.propose', { campaignId: input.campaignId, phase: facts.phase })
  if (!permit.ok) return permit
  return ok(proposalFor(ctx, facts, input.seed))
}

export function proposalFor(ctx: Context, facts: AssignmentFacts, seed: number): Proposed {
  const proposal = propose(facts.problem, seed)
  const pairs = proposal.pairs.map((pair) => `${pair.why.source} ${pairKey(pair)}`)
  return { proposal, seed, digest: ctx.crypto.sha256(pairs.join('\n')) }
}
