import { at, scoreAt } from './instance.ts'
import { pairsOf } from './instance-of.ts'
import type { Numbered } from './instance-of.ts'
import { brokenConstraint, worthOf } from './plan-check.ts'
import { relaxed } from './propose.ts'
import type { Proposal } from './propose.ts'
import type { Pair } from './assignment.ts'

export type PlanPairs = {
  readonly pairs: readonly (Pair & { readonly points: number })[]
  /** The first constraint broken, `objective` when its worth is not what it says, or null. */
  readonly faults: string | null
}

/** A stored plan against the problem as it is now: every constraint and both figures, in integers. */
export function planFaults(numbered: Numbered, proposal: Extract<Proposal, { kind: 'plan' }>): PlanPairs {
  const { plan, relaxation, sum, smallest } = proposal
  const instance = relaxation === null ? numbered.instance : relaxed(numbered.instance, relaxation)
  const points = plan.flatMap((columns, row) => columns.map((column) => scoreAt(instance, row, column) ?? 0))
  const pairs = pairsOf(numbered, plan).map((pair, index) => ({ ...pair, points: at(points, index, 0) }))
  const worth = worthOf(instance, plan)
  const wrongFigure = worth.sum !== sum || worth.smallest !== smallest
  return { pairs, faults: brokenConstraint(instance, plan) ?? (wrongFigure ? 'objective' : null) }
}
