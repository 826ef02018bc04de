import { describe, expect, it } from 'vitest'
import { createThreadedSolver } from '#app/adapters/solver/threaded.server.ts'
import type { ProposalQuestion } from '#app/domain/jury/propose.ts'
import type { Stage } from '#app/domain/jury/proposal-steps.ts'
import { instanceFrom } from '#tests/domain/jury/instance-build.ts'

const question = (rows: number, columns: number): ProposalQuestion => ({
  instance: instanceFrom(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => (row * 131 + column * 57) % 997),
    ),
    { readers: 2, load: rows },
  ),
  carried: Array.from({ length: columns }, () => 0),
  settings: { objective: 'fairest', capPercent: null, seed: 1, slack: 1, relax: false },
})

describe('the solver in its thread', () => {
  it('tells each stage, then the proposal and who computed it', async () => {
    const stages: Stage[] = []
    const answer = await createThreadedSolver().propose(question(8, 5), {
      onStage: (stage) => stages.push(stage),
      signal: new AbortController().signal,
    })
    expect(answer).toMatchObject({
      ok: true,
      value: { proposal: { kind: 'plan' }, solver: { name: 'HiGHS', options: { random_seed: 0 } } },
    })
    expect(stages).toEqual(expect.arrayContaining(['feasibility', 'loads', 'balance', 'check']))
  }, 60_000)

  it('leaves the event loop free while it computes', async () => {
    let beats = 0
    const timer = setInterval(() => (beats += 1), 1)
    const watch = { onStage: () => undefined, signal: new AbortController().signal }
    await createThreadedSolver().propose(question(40, 12), watch)
    clearInterval(timer)
    expect(beats).toBeGreaterThan(5)
  }, 60_000)

  it('ends at once when it is told to, before or in the middle', async () => {
    const solver = createThreadedSolver()
    const over = { onStage: () => undefined, signal: AbortSignal.abort() }
    expect(await solver.propose(question(4, 3), over)).toMatchObject({ reason: 'cancelled' })
    const cancel = new AbortController()
    const running = solver.propose(question(300, 60), {
      onStage: () => cancel.abort(),
      signal: cancel.signal,
    })
    expect(await running).toMatchObject({ reason: 'cancelled' })
  }, 60_000)

  it('says that it failed when its thread does', async () => {
    const broken = { ...question(1, 1), instance: null } as unknown as ProposalQuestion
    const watch = { onStage: () => undefined, signal: new AbortController().signal }
    expect(await createThreadedSolver().propose(broken, watch)).toMatchObject({ reason: 'solver-failed' })
  }, 60_000)
})
