import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Hash } from './bytes.ts'
import { joinPeaks } from './log.ts'
import { completeNodes, consistencyRanges, inclusionRanges } from './ranges.ts'
import type { Node, Range } from './ranges.ts'

/** A root or a proof that can be put together from stored subtrees: which to read, in the order to give them back. */
export type Plan = { readonly ranges: readonly (readonly Node[])[]; readonly nodes: readonly Node[] }

const planOf = (ranges: readonly Range[]): Plan => {
  const parts = ranges.map(completeNodes)
  return { ranges: parts, nodes: parts.flat() }
}

export const rootPlan = (size: number): Plan => planOf([{ from: 0, to: size }])

/** Refused: an index or a size outside the log. */
export const inclusionPlan = (index: number, size: number): Result<Plan, 'index-outside'> =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size
    ? ok(planOf(inclusionRanges(index, size)))
    : refuse('index-outside', { index })

/** Refused: an older size of 0, or one that is larger than the newer. */
export const consistencyPlan = (oldSize: number, size: number): Result<Plan, 'size-outside'> =>
  Number.isSafeInteger(oldSize) && Number.isSafeInteger(size) && oldSize >= 1 && oldSize <= size
    ? ok(planOf(consistencyRanges(oldSize, size)))
    : refuse('size-outside', { size: oldSize })

/** One hash per range of the plan, from the hashes of its nodes in the plan's order. Refused: a subtree is missing. */
export function fulfil(
  hash: Hash,
  plan: Plan,
  hashes: readonly Uint8Array[],
): Result<readonly Uint8Array[], 'log-incomplete'> {
  if (hashes.length !== plan.nodes.length)
    return refuse('log-incomplete', { missing: plan.nodes.length - hashes.length })
  let at = 0
  return ok(
    plan.ranges.map((nodes) => {
      const part = hashes.slice(at, at + nodes.length)
      at += nodes.length
      return joinPeaks(hash, part)
    }),
  )
}
