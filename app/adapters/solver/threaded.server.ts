import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Stage } from '#app/domain/jury/proposal-steps.ts'
import type { Proposal } from '#app/domain/jury/propose.ts'
import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { SolverIdentity } from '#app/domain/jury/propose.ts'
import type { AssignmentSolver } from '#app/services/ports.ts'

type Message =
  | { readonly stage: Stage }
  | { readonly stage?: never; readonly proposal: Proposal; readonly solver: SolverIdentity }

/** Enough for six hundred nominations by eighty jurors, not enough to take the machine. */
const MEMORY_MB = 1024

/**
 * The solver in a worker thread: the event loop stays free, and a computation is cancelled by ending its thread. Node
 * reads the thread's file as it is written, in the sources as in the built product.
 */
export function createThreadedSolver(): AssignmentSolver {
  const file = createRequire(import.meta.url).resolve('#app/adapters/solver/thread.ts')
  return {
    propose: (question, { onStage, signal }) =>
      new Promise((resolve) => {
        const thread = new Worker(file, {
          workerData: question,
          resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        })
        const stop = (): void => {
          resolve(refuse('cancelled'))
          void thread.terminate()
        }
        if (signal.aborted) stop()
        signal.addEventListener('abort', stop, { once: true })
        thread.on('message', (message: Message) => {
          if (message.stage !== undefined) onStage(message.stage)
          else resolve(ok({ proposal: message.proposal, solver: message.solver }))
        })
        thread.on('error', (error) => resolve(refuse('solver-failed', { error: error.message })))
        thread.on('exit', () => {
          signal.removeEventListener('abort', stop)
          resolve(refuse('solver-failed', { error: 'exit' }))
        })
      }),
  }
}
