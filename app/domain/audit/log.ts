import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { isSameBytes, join } from './bytes.ts'
import type { Hash } from './bytes.ts'
import { completeNodes, consistencyRanges, inclusionRanges } from './ranges.ts'
import type { Range } from './ranges.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 6962 section 2.1: a leaf and a node can never share a hash. */
export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash(join(LEAF, entry))
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(join(NODE, left, right))

/** The complete subtrees of these leaves: `levels[k][i]` covers the leaves i·2^k to (i+1)·2^k. */
type Levels = readonly (readonly Uint8Array[])[]

function levelsOf(hash: Hash, leaves: readonly Uint8Array[]): Levels {
  const levels: Uint8Array[][] = [[...leaves]]
  for (let below = levels[0] ?? []; below.length > 1;) {
    const above: Uint8Array[] = []
    for (let at = 0; at + 1 < below.length; at += 2) {
      const [left, right] = [below[at], below[at + 1]]
      if (left && right) above.push(nodeHash(hash, left, right))
    }
    levels.push(above)
    below = above
  }
  return levels
}

/** One hash over complete subtrees that stand side by side; the narrower ones are joined first (RFC 6962). */
export const joinPeaks = (hash: Hash, peaks: readonly Uint8Array[]): Uint8Array =>
  peaks.length === 0
    ? hash(new Uint8Array(0))
    : peaks.reduceRight((right, left) => nodeHash(hash, left, right))

const rangeHash = (hash: Hash, levels: Levels, range: Range): Uint8Array =>
  joinPeaks(
    hash,
    completeNodes(range).flatMap(({ level, position }) => levels[level]?.[position] ?? []),
  )

/** The Merkle tree hash of leaf hashes, in order (RFC 6962 section 2.1). The empty tree is the hash of nothing. */
export const treeRoot = (hash: Hash, leaves: readonly Uint8Array[]): Uint8Array =>
  rangeHash(hash, levelsOf(hash, leaves), { from: 0, to: leaves.length })

/** The audit path of one leaf (RFC 6962 section 2.1.1). Refused: an index outside the tree. */
export function inclusionProof(
  hash: Hash,
  index: number,
  leaves: readonly Uint8Array[],
): Result<readonly Uint8Array[], 'index-outside'> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    return refuse('index-outside', { index })
  const levels = levelsOf(hash, leaves)
  return ok(inclusionRanges(index, leaves.length).map((range) => rangeHash(hash, levels, range)))
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
  const levels = levelsOf(hash, leaves)
  return ok(consistencyRanges(oldSize, leaves.length).map((range) => rangeHash(hash, levels, range)))
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
