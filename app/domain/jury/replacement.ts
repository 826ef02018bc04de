import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { pairKey } from './assignment.ts'
import type { AssignmentProblem, Pair } from './assignment.ts'
import { instanceOf, pairsOf } from './instance-of.ts'
import { bestSumPlan } from './instance-flow.ts'
import { brokenConstraint } from './plan-check.ts'

/**
 * Who takes the places that one juror leaves, everything else fixed (section 5.5 of the scoring rules, step 9): the
 * best sum over the places that open, by the own flow. Refused: nothing is left, or nobody may take a place.
 */
export function replacementsFor(
  problem: AssignmentProblem,
  left: readonly Pair[],
): Result<readonly Pair[], 'not-assigned' | 'nobody-free'> {
  const gone = new Set(left.map(pairKey))
  const fixed = problem.fixed.filter((pair) => !gone.has(pairKey(pair)))
  if (left.length === 0 || problem.fixed.length - fixed.length !== left.length) return refuse('not-assigned')
  const excluded = [...problem.excluded, ...left.map((pair) => ({ ...pair, reason: 'recusal' as const }))]
  const numbered = instanceOf({ ...problem, fixed, excluded }, { specialist: false, newcomers: null })
  const open = new Map(
    [...Map.groupBy(left, (pair) => pair.nominationId)].map(([id, own]) => [id, own.length]),
  )
  const instance = {
    ...numbered.instance,
    wanted: numbered.nominationIds.map((id) => open.get(id) ?? 0),
  }
  const plan = bestSumPlan(instance)
  if (plan === null || brokenConstraint(instance, plan) !== null) return refuse('nobody-free')
  return ok(pairsOf(numbered, plan))
}
