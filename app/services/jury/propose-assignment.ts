import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { insertProposal, newestProposal, type StoredSettings } from '#app/adapters/db/proposals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { commitmentOf, questionFor } from './assignment-question.ts'

export type Asked = { readonly proposalId: string; readonly number: number }

const LARGEST_SEED = 0x7fffffff
const SALT_BYTES = 16

/**
 * Asks for a proposal of readers: freezes the question by its hash, commits to a seed, and leaves the computation to the
 * worker, which takes what waits. Refused: one is being computed already, or nothing is to be assigned.
 */
export const proposeAssignment = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string; readonly settings: StoredSettings },
): Promise<Result<Act<Asked>>> =>
  run(ctx, actor, { db: 'office', role: 'secretariat' }, async ({ tx, now }): Promise<Result<Act<Asked>>> => {
    const { campaignId, settings } = input
    const facts = await loadAssignmentFacts(tx, campaignId, true)
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'assignment.propose', { campaignId, phase: facts.phase })
    if (!permit.ok) return permit
    const newest = await newestProposal(tx, campaignId)
    if (newest?.state === 'waiting' || newest?.state === 'computing') return refuse('proposal-running')
    const seed = new DataView(ctx.crypto.randomBytes(4).slice().buffer).getUint32(0) & LARGEST_SEED
    const salt = Buffer.from(ctx.crypto.randomBytes(SALT_BYTES)).toString('hex')
    const { inputHash, question } = questionFor(ctx, facts.problem, { settings, seed })
    if (question.instance.wanted.every((wanted) => wanted === 0)) return refuse('nothing-to-assign')
    const proposalId = ctx.ids.rowId()
    const number = (newest?.number ?? 0) + 1
    const commitment = commitmentOf(ctx, seed, salt)
    const row = { id: proposalId, campaignId, number, settings, seed, salt, commitment, inputHash }
    await insertProposal(tx, row, { personId: actor.personId, at: now })
    const entry = {
      act: 'assignmentProposed' as const,
      subject: { type: 'campaign', id: campaignId },
      campaignId,
      facts: { number, commitment, inputHash, settings: JSON.stringify(settings) },
    }
    return ok({ proposalId, number, entries: [entry], notices: [] })
  })
