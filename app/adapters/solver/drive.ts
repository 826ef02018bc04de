import type { LinearAnswer } from '#app/domain/jury/linear-model.ts'
import type { Stage, Steps } from '#app/domain/jury/proposal-steps.ts'
import type { LinearSolver } from './highs.server.ts'

const NOTHING_ASKED: LinearAnswer = { status: 'optimal', values: [], objective: 0, bound: 0 }

/** Runs a computation to its end with a solver at hand, telling each stage as it begins. */
export function drive<T>(
  steps: Steps<T>,
  solver: Pick<LinearSolver, 'solve'>,
  onStage: (stage: Stage) => void = () => undefined,
): T {
  let next = steps.next(NOTHING_ASKED)
  for (let stage: Stage | null = null; next.done !== true;) {
    const ask = next.value
    if (ask.stage !== stage) onStage(ask.stage)
    stage = ask.stage
    next = steps.next(ask.model === null ? NOTHING_ASKED : solver.solve(ask.model, ask))
  }
  return next.value
}
