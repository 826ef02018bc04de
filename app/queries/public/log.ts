import type { Client } from '#app/adapters/db/client.server.ts'
import { loadCheckpoints, loadPublicNodes, type StoredCheckpoint } from '#app/adapters/db/log.ts'
import { hashBy, hexOf } from '#app/domain/audit/bytes.ts'
import { consistencyPlan, fulfil, inclusionPlan, type Plan } from '#app/domain/audit/stored-proof.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Crypto } from '#app/services/ports.ts'

/** What the page and the list of checkpoints show at most; the file of the log holds them all. */
const SHOWN = 50

export const publishedCheckpoints = (db: Client): Promise<readonly StoredCheckpoint[]> =>
  loadCheckpoints(db, SHOWN)

export type LogProof = { readonly proof: readonly string[]; readonly note: string }
type Hands = { readonly db: Client; readonly crypto: Pick<Crypto, 'sha256'> }

/** Refused: nothing is signed yet, or the question reaches beyond the newest checkpoint (`not-found`). */
async function prove(
  { db, crypto }: Hands,
  planTo: (newest: StoredCheckpoint) => Result<Plan>,
): Promise<Result<LogProof>> {
  const [newest] = await loadCheckpoints(db, 1)
  const plan = newest && planTo(newest)
  if (!plan?.ok) return refuse('not-found')
  const hashes = fulfil(hashBy(crypto.sha256), plan.value, await loadPublicNodes(db, plan.value.nodes))
  return hashes.ok ? ok({ proof: hashes.value.map(hexOf), note: newest?.note ?? '' }) : refuse('not-found')
}

/** That an entry stands in the log of the newest checkpoint. */
export const proveInclusion = (hands: Hands, index: number): Promise<Result<LogProof>> =>
  prove(hands, ({ size }) => inclusionPlan(index, size))

/** That the log of the newest checkpoint only adds to that of an older size. */
export const proveConsistency = (hands: Hands, from: number): Promise<Result<LogProof>> =>
  prove(hands, ({ size }) => consistencyPlan(from, size))
