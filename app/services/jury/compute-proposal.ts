import { loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import {
  isComputing,
  loadProposal,
  moveProposal,
  noteStage,
  type ProposalRow,
  type StoredResult,
} from '#app/adapters/db/proposals.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Proposal } from '#app/domain/jury/propose.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { SolverIdentity } from '#app/domain/jury/propose.ts'
import { type Act, run } from '#app/services/run.ts'
import { type Question, questionFor } from './assignment-question.ts'

const office = { db: 'office', role: 'system' } as const
const WATCH_MS = 500

type Begun = { readonly row: ProposalRow; readonly question: Question }

/** Takes what waits, and asks again what it reads: a panel that changed since is refused before it costs time. */
const begin = (ctx: Context, proposalId: string): Promise<Result<Act<Begun>>> =>
  run(ctx, SYSTEM_ACTOR, office, async ({ tx, now }): Promise<Result<Act<Begun>>> => {
    const row = await loadProposal(tx, proposalId)
    const facts = row && (await loadAssignmentFacts(tx, row.campaignId, true))
    if (!row || !facts) return refuse('not-found')
    const question = questionFor(ctx, facts.problem, row)
    const to = question.inputHash === row.inputHash ? 'computing' : 'refused'
    const moved = await moveProposal(tx, proposalId, {
      from: ['waiting', 'computing'],
      to,
      at: now,
      ...(to === 'refused'
        ? { result: resultOf(question, { kind: 'refused', reason: 'proposal-changed', facts: {} }) }
        : {}),
    })
    if (!moved) return refuse('proposal-over')
    return ok({ row, question, entries: [], notices: [] })
  })

const resultOf = ({ numbered }: Question, proposal: Proposal): StoredResult => ({
  nominationIds: numbered.nominationIds,
  seatIds: numbered.seatIds,
  proposal,
})

const STATES = { plan: 'ready', impossible: 'impossible', refused: 'refused' } as const

/** Keeps what came out, and writes into the trail who computed it and from what. */
const finish = (
  ctx: Context,
  { row, question }: Begun,
  came: { readonly proposal: Proposal; readonly solver?: SolverIdentity },
): Promise<Result<Act<object>>> =>
  run(ctx, SYSTEM_ACTOR, office, async ({ tx, now }): Promise<Result<Act<object>>> => {
    const { proposal, solver } = came
    const moved = await moveProposal(tx, row.id, {
      from: ['computing'],
      to: STATES[proposal.kind],
      at: now,
      result: resultOf(question, proposal),
      ...(solver === undefined ? {} : { solver }),
    })
    if (!moved) return refuse('proposal-over')
    const entry = {
      act: 'assignmentComputed' as const,
      subject: { type: 'campaign', id: row.campaignId },
      campaignId: row.campaignId,
      facts: {
        number: row.number,
        outcome: proposal.kind,
        inputHash: row.inputHash,
        solver: solver ? `${solver.name} ${solver.version}` : '',
        ...(proposal.kind === 'plan' ? { sum: proposal.sum, smallest: proposal.smallest } : {}),
      },
    }
    return ok({ entries: [entry], notices: [] })
  })

/** Computes one proposal beside the event loop; whoever cancels it ends the computation within a second. */
export async function computeProposal(ctx: Context, proposalId: string): Promise<Result<object>> {
  const begun = await begin(ctx, proposalId)
  if (!begun.ok) return begun
  const cancel = new AbortController()
  const watch = setInterval(() => {
    void isComputing(ctx.db.office, proposalId)
      .then((still) => (still ? undefined : cancel.abort()))
      .catch((error: unknown) => ctx.log.warn({ err: error, proposalId }, 'could not watch a proposal'))
  }, WATCH_MS)
  const onStage = (stage: Parameters<typeof noteStage>[2]): void => {
    void noteStage(ctx.db.office, proposalId, stage).catch((error: unknown) =>
      ctx.log.warn({ err: error, proposalId }, 'could not note a stage'),
    )
  }
  try {
    const { question } = begun.value.question
    const answer = await ctx.solver.propose(question, { onStage, signal: cancel.signal })
    if (answer.ok) return await finish(ctx, begun.value, answer.value)
    if (answer.reason === 'cancelled') return answer
    ctx.log.error({ proposalId, facts: answer.facts }, 'the solver failed')
    return await finish(ctx, begun.value, {
      proposal: { kind: 'refused', reason: 'solver-failed', facts: {} },
    })
  } finally {
    clearInterval(watch)
  }
}
