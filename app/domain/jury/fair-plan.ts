import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { obstruction } from './blocking.ts'
import { cellsAbove } from './floor-cuts.ts'
import { at, total } from './instance.ts'
import type { Instance, Plan, RowRule } from './instance.ts'
import { bestSumPlan, isNetwork } from './instance-flow.ts'
import { cellsOf, floorModel, sumModel } from './linear-model.ts'
import { planFromSolver, worthOf } from './plan-check.ts'
import type { Worth } from './plan-check.ts'
import { asking } from './proposal-steps.ts'
import type { Steps } from './proposal-steps.ts'

/** A plan, its worth in integers, and the bounds that no plan can pass. */
export type Solved = {
  readonly plan: Plan
  readonly worth: Worth
  /** No plan gives every nomination more than this; equal to `worth.smallest` when that is proven best. */
  readonly floorBound: number
  /** Whether the sum is the greatest for this floor. */
  readonly sumProven: boolean
}
export type SolveReason = 'assignment-impossible' | 'solver-off' | 'solver-failed' | 'solver-unproven'

const FAR = Number.MAX_SAFE_INTEGER

/** Seconds for one question to the solver; the whole stage asks a few (section 5.5 of the scoring rules: 60 s). */
const PATIENCE = 20

/** What a row can reach at best when nobody else needs its jurors. */
function rowBest(instance: Instance, row: number): number {
  const scores = (instance.score[row] ?? []).filter((score) => score !== null).sort((a, b) => b - a)
  return at(instance.base, row, 0) + total(scores.slice(0, at(instance.wanted, row, 0)))
}

/**
 * The greatest sum of scores that some row can have at or below `limit`: a floor between two such sums is never the
 * smallest row's own. Sums of `wanted` scores, each taken as often as one likes, so that the set is never too small.
 */
export function reachableBelow(instance: Instance, limit: number): number {
  let best = -1
  const values = [...new Set(instance.score.flat().filter((score) => score !== null))]
  const sets = new Map<number, bigint>()
  for (const [row, wanted] of instance.wanted.entries()) {
    if (!sets.has(wanted)) sets.set(wanted, sumsOf(values, wanted))
    const sums = sets.get(wanted) ?? 0n
    for (
      let sum = limit - at(instance.base, row, 0);
      sum >= 0 && sum + at(instance.base, row, 0) > best;
      sum -= 1
    ) {
      if ((sums >> BigInt(sum)) & 1n) best = sum + at(instance.base, row, 0)
    }
  }
  return best
}

/** The sums of exactly `count` of the values, as the bits of one number. */
function sumsOf(values: readonly number[], count: number): bigint {
  let sums = 1n
  for (let taken = 0; taken < count; taken += 1) {
    const before = sums
    sums = values.reduce((all, value) => all | (before << BigInt(value)), 0n)
  }
  return sums
}

/** The best sum with every row at `floor`: the linear programme first, whose corners are mostly whole. */
function* atFloor(instance: Instance, floor: number): Steps<Result<Solved | null | 'open', SolveReason>> {
  const cells = cellsAbove(instance, floor)
  const relaxed = yield asking('floor', sumModel(instance, cells, floor, false), { seconds: PATIENCE })
  if (relaxed.status === 'infeasible') return ok(null)
  if (relaxed.status === 'optimal') {
    const whole = planFromSolver(instance, cells, relaxed.values, { floor })
    if (whole.ok) return ok({ ...whole.value, floorBound: floor, sumProven: true })
  }
  const answer = yield asking('sum', sumModel(instance, cells, floor, true), { seconds: PATIENCE })
  if (answer.status === 'infeasible') return ok(null)
  if (answer.status === 'failed') return refuse('solver-failed')
  if (answer.status === 'time-limit' && answer.values.length === 0) return ok('open')
  const found = planFromSolver(instance, cells, answer.values, { floor })
  if (!found.ok) return found
  // Scores are integers: a bound less than one above the sum leaves no better plan.
  const claimed = answer.objective + total(instance.base)
  if (Math.abs(claimed - found.value.worth.sum) > 0.5) return refuse('solver-off', { broken: 'objective' })
  const sumProven = answer.status === 'optimal' && answer.bound - answer.objective < 1
  return ok({ ...found.value, floorBound: floor, sumProven })
}

/** More floors than this between what is reached and what may be, and the linear bound is worth its time. */
const FEW_FLOORS = 16

/**
 * Max-min, then the sum (section 5.2 of the scoring rules). Tried first: the floor that each row could reach alone.
 * Otherwise the floor is searched between what the best sum leaves and the bounds; each try asks for the best sum
 * above a floor, so the last plan found is also the best sum for its floor.
 */
export function* fairestPlan(instance: Instance): Steps<Result<Solved, SolveReason>> {
  const alone = instance.score.map((_, row) => rowBest(instance, row)).reduce((a, b) => Math.min(a, b), FAR)
  const easy = yield* atFloor(instance, alone)
  if (!easy.ok) return easy
  if (easy.value !== null && easy.value !== 'open') return ok(easy.value)
  const richest = yield* richestPlan(instance)
  if (!richest.ok) return richest
  const open = easy.value === 'open' ? alone : alone - 1
  const bound = yield* boundBelow(instance, open, richest.value.worth.smallest)
  return yield* searchFloor(instance, richest.value, bound)
}

/** What no plan passes: sums that a row can have, and with many of them the linear bound, by interior points. */
function* boundBelow(instance: Instance, open: number, reached: number): Steps<number> {
  const reachable = reachableBelow(instance, open)
  let floors = 0
  for (let floor = reachable; floor > reached && floors <= FEW_FLOORS; floors += 1)
    floor = reachableBelow(instance, floor - 1)
  if (floors <= FEW_FLOORS) return Math.max(reached, reachable)
  const cells = cellsOf(instance)
  const bound = yield asking('bound', floorModel(instance, cells), { seconds: PATIENCE, method: 'interior' })
  if (bound.status !== 'optimal') return reachable
  return Math.max(reached, reachableBelow(instance, Math.min(reachable, Math.floor(bound.objective + 1e-4))))
}

/** The floor at most `bound` that is the greatest possible, by halving. */
function* searchFloor(
  instance: Instance,
  richest: Solved,
  bound: number,
): Steps<Result<Solved, SolveReason>> {
  let best = richest
  let [below, above, proven] = [richest.worth.smallest, bound, bound]
  for (let floor = bound; floor > below; floor = nextFloor(instance, below, above)) {
    const tried = yield* atFloor(instance, floor)
    if (!tried.ok) return tried
    if (tried.value !== null && tried.value !== 'open') {
      best = tried.value
      below = best.worth.smallest
      continue
    }
    // What is infeasible at a floor is so above it, too: the bound falls with it, even past a try left open.
    if (tried.value === null) proven = floor - 1
    above = floor - 1
  }
  const floorBound = Math.max(best.worth.smallest, Math.min(bound, reachableBelow(instance, proven)))
  return ok({ ...best, floorBound })
}

/** Half-way between what is reached and what may still be. */
function nextFloor(instance: Instance, below: number, above: number): number {
  const reachable = reachableBelow(instance, above)
  return reachable <= below ? below : Math.min(reachable, Math.ceil((below + above) / 2))
}

/** Rules of which no two lie over one column, as many as fit after each in turn. */
const apart = (rules: readonly RowRule[]): readonly (readonly RowRule[])[] =>
  rules.map((first) =>
    rules.reduce<RowRule[]>(
      (kept, rule) =>
        rule === first || kept.some((one) => one.columns.some((column) => rule.columns.includes(column)))
          ? kept
          : [...kept, rule],
      [first],
    ),
  )

/**
 * Whether no plan exists, proven without the solver: by a count that shows which nominations stand in each other's way,
 * or by the own flow over some of the rules that make a network. What already has no plan has none under more rules.
 */
const isProvenImpossible = (instance: Instance): boolean =>
  obstruction(instance) !== null ||
  apart(instance.rules).some((rules) => bestSumPlan({ ...instance, rules }) === null)

/**
 * The greatest sum: by the own flow when the constraints are those of a network, else by the solver, which is not
 * believed that there is none (`solver-unproven`) unless that is proven here.
 */
export function* richestPlan(instance: Instance): Steps<Result<Solved, SolveReason>> {
  if (isNetwork(instance)) {
    const plan = bestSumPlan(instance)
    if (plan === null) return refuse('assignment-impossible')
    const worth = worthOf(instance, plan)
    return ok({ plan, worth, floorBound: worth.smallest, sumProven: true })
  }
  const solved = yield* atFloor(instance, 0)
  if (!solved.ok) return solved
  if (solved.value === 'open') return refuse('solver-failed')
  return solved.value === null
    ? refuse(isProvenImpossible(instance) ? 'assignment-impossible' : 'solver-unproven')
    : ok({ ...solved.value, floorBound: solved.value.worth.smallest })
}
