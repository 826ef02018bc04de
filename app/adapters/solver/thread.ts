import { parentPort, workerData } from 'node:worker_threads'
import { propose, type ProposalQuestion } from '#app/domain/jury/propose.ts'
import { drive } from './drive.ts'
import { HIGHS_OPTIONS, openHighs } from './highs.server.ts'

/** One computation, in a thread of its own: stages as they begin, the proposal at the end. */
const highs = await openHighs()
const proposal = drive(propose(workerData as ProposalQuestion), highs, (stage) =>
  parentPort?.postMessage({ stage }),
)
const solver = { name: highs.name, version: highs.version, options: HIGHS_OPTIONS }
parentPort?.postMessage({ proposal, solver })
