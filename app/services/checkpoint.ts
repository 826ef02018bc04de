import {
  loadCheckpoints,
  loadLogNodes,
  loadLogSize,
  storeCheckpoint,
  type StoredCheckpoint,
} from '#app/adapters/db/log.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { hashBy } from '#app/domain/audit/bytes.ts'
import { signedCheckpoint } from '#app/domain/audit/checkpoint.ts'
import { isConsistent } from '#app/domain/audit/log.ts'
import { consistencyPlan, fulfil, type Plan, rootPlan } from '#app/domain/audit/stored-proof.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from './context.ts'

type Hands = Pick<Context, 'crypto' | 'signer'>
type Unit = { readonly tx: Tx; readonly now: Instant }
type Why = Pick<StoredCheckpoint, 'cause' | 'campaignId'>

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const read = async (tx: Tx, hands: Hands, plan: Plan) =>
  fulfil(hashBy(hands.crypto.sha256), plan, await loadLogNodes(tx, plan.nodes))

/**
 * Signs the log as it stands in this transaction and stores the note; null when nothing was added since the last one.
 * Refused: the log does not continue the last checkpoint (`log-inconsistent`), a part of it is gone (`log-incomplete`).
 * Whoever changed the log behind the platform's back gets no new signature for it.
 */
export async function makeCheckpoint(
  { tx, now }: Unit,
  hands: Hands,
  why: Why,
): Promise<Result<StoredCheckpoint | null>> {
  const size = await loadLogSize(tx)
  const [last] = await loadCheckpoints(tx, 1)
  if (size === 0 || size === last?.size) return ok(null)
  const hash = hashBy(hands.crypto.sha256)
  const top = await read(tx, hands, rootPlan(size))
  if (!top.ok) return top
  const root = top.value[0] ?? new Uint8Array(0)
  if (last) {
    const plan = consistencyPlan(last.size, size)
    const proof = plan.ok ? await read(tx, hands, plan.value) : plan
    const claim = { oldSize: last.size, oldRoot: last.root, newSize: size, newRoot: root }
    if (!proof.ok || !isConsistent(hash, { ...claim, proof: proof.value })) {
      return refuse('log-inconsistent', { size: last.size })
    }
  }
  const note = signedCheckpoint({ size, root }, hands.signer, hash, base64)
  if (!note.ok) return note
  const made: StoredCheckpoint = { size, root, note: note.value, madeAt: now, ...why }
  return ok((await storeCheckpoint(tx, made)) ? made : null)
}
