import type { Hash } from './bytes.ts'
import { joinPeaks, nodeHash } from './log.ts'

/** A log reduced to what its next entry needs: the complete subtrees of its size, left to right, at most one a bit. */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const EMPTY_LOG: Frontier = { size: 0, peaks: [] }

/** The log with one more leaf; as many subtrees are completed as the size ends in one bits. */
export function appendLeaf(hash: Hash, { size, peaks }: Frontier, leaf: Uint8Array): Frontier {
  const kept = [...peaks]
  let node = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = kept.pop()
    if (left) node = nodeHash(hash, left, node)
  }
  return { size: size + 1, peaks: [...kept, node] }
}

/** The root of the log as it stands (RFC 6962 section 2.1). */
export const frontierRoot = (hash: Hash, { peaks }: Frontier): Uint8Array => joinPeaks(hash, peaks)
