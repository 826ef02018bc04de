import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { isSameBytes, join } from './bytes.ts'
import type { Hash } from './bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 6962 section 2.1: a leaf and a node can never share a hash. */
export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash(join(LEAF, entry))
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(join(NODE, left, right))

/** The largest power of two below n (n >= 2). */
function splitOf(n: number): number {
  let split = 1
  while (split * 2 < n) split *= 2
  return split
}

/** The Merkle tree hash of leaf hashes, in order (RFC 6962 section 2.1). The empty tree is the hash of nothing. */
export function treeRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return hash(new Uint8Array(0))
  if (leaves.length === 1) return only
  const split = splitOf(leaves.length)
  return nodeHash(hash, treeRoot(hash, leaves.slice(0, split)), treeRoot(hash, leaves.slice(split)))
}

const path = (hash: Hash, index: number, leaves: readonly Uint8Array[]): Uint8Array[] => {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...path(hash, index, left), treeRoot(hash, right)]
    : [...path(hash, index - split, right), treeRoot(hash, left)]
}

/** The audit path of one leaf (RFC 6962 section 2.1.1). Refused: an index outside the tree. */
export function inclusionProof(
  hash: Hash,
  index: number,
  leaves: readonly Uint8Array[],
): Result<readonly Uint8Array[], 'index-outside'> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    return refuse('index-outside', { index })
  return ok(path(hash, index, leaves))
}

const subproof = (hash: Hash, m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] => {
  if (m === leaves.length) return whole ? [] : [treeRoot(hash, leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return m <= split
    ? [...subproof(hash, m, left, whole), treeRoot(hash, right)]
    : [...subproof(hash, m - split, right, false), treeRoot(hash, left)]
}

/** That the first `oldSize` leaves are a prefix of these (RFC 6962 section 2.1.2). Refused: size 0 or too large. */
export function consistencyProof(
  hash: Hash,
  oldSize: number,
  leaves: readonly Uint8Array[],
): Result<readonly Uint8Array[], 'size-outside'> {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > leaves.length) {
    return refuse('size-outside', { size: oldSize })
  }
  return ok(subproof(hash, oldSize, leaves, true))
}

export type InclusionClaim = {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function isIncluded(hash: Hash, claim: InclusionClaim): boolean {
  if (!Number.isInteger(claim.index) || claim.index < 0 || claim.index >= claim.size) return false
  let [position, last, reached] = [claim.index, claim.size - 1, claim.leaf]
  for (const sibling of claim.proof) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      reached = nodeHash(hash, sibling, reached)
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)]
    } else reached = nodeHash(hash, reached, sibling)
    ;[position, last] = [Math.floor(position / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSameBytes(reached, claim.root)
}

export type ConsistencyClaim = {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof shows that the newer tree only appends to the older (RFC 9162 section 2.1.4.2). */
export function isConsistent(hash: Hash, claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!Number.isInteger(oldSize) || !Number.isInteger(newSize) || oldSize < 1 || oldSize > newSize)
    return false
  if (oldSize === newSize) return proof.length === 0 && isSameBytes(oldRoot, newRoot)
  let [position, last] = [oldSize - 1, newSize - 1]
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)]
  const steps = position === 0 ? [oldRoot, ...proof] : [...proof]
  const first = steps.shift()
  if (first === undefined) return false
  let [older, newer] = [first, first]
  for (const step of steps) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      ;[older, newer] = [nodeHash(hash, step, older), nodeHash(hash, step, newer)]
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)]
    } else newer = nodeHash(hash, newer, step)
    ;[position, last] = [Math.floor(position / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSameBytes(older, oldRoot) && isSameBytes(newer, newRoot)
}

/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size, root in base64, one per line. */
export const checkpointText = (origin: string, size: number, rootBase64: string): string =>
  `${origin}\n${size}\n${rootBase64}\n`
