import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { provenMost } from './certificate.ts'
import { cellsAbove } from './floor-cuts.ts'
import { isProvenEmpty, isProvenMost } from './floor-proof.ts'
import { at, total } from './instance.ts'
import type { Instance, Plan } from './instance.ts'
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

/** No plan at a floor: `denied` when the solver says that there is none, `open` when time ran out. */
type Missing = 'denied' | 'open'

/** The best sum with every row at `floor`: the linear programme first, whose corners are mostly whole. */
function* atFloor(instance: Instance, floor: number): Steps<Result<Solved | Missing, SolveReason>> {
  const cells = cellsAbove(instance, floor)
  const loose = sumModel(instance, cells, floor, false)
  const relaxed = yield asking('floor', loose, { seconds: PATIENCE })
  if (relaxed.status === 'infeasible') return ok('denied')
  /** Scores are integers: no plan has more than the proven bound, and one that has as much is the best. */
  const isBest = ({ worth }: { readonly worth: Worth }): boolean =>
    relaxed.status === 'optimal' && worth.sum >= provenMost(loose, relaxed.duals ?? []) + total(instance.base)
  if (relaxed.status === 'optimal') {
    const whole = planFromSolver(instance, cells, relaxed.values, { floor })
    if (whole.ok) return ok({ ...whole.value, floorBound: floor, sumProven: isBest(whole.value) })
  }
  const answer = yield asking('sum', sumModel(instance, cells, floor, true), { seconds: PATIENCE })
  if (answer.status === 'infeasible') return ok('denied')
  if (answer.status === 'failed') return refuse('solver-failed')
  if (answer.status === 'time-limit' && answer.values.length === 0) return ok('open')
  const found = planFromSolver(instance, cells, answer.values, { floor })
  if (!found.ok) return found
  const claimed = answer.objective + total(instance.base)
  if (Math.abs(claimed - found.value.worth.sum) > 0.5) return refuse('solver-off', { broken: 'objective' })
  return ok({ ...found.value, floorBound: floor, sumProven: isBest(found.value) })
}

/** The same plan with its sum proven for its floor, case by case where the linear bound left a gap, if it can be. */
function* withProof(instance: Instance, solved: Solved): Steps<Solved> {
  if (solved.sumProven) return solved
  const { smallest, sum } = solved.worth
  const model = sumModel(instance, cellsAbove(instance, smallest), smallest, false)
  return { ...solved, sumProven: yield* isProvenMost(model, sum - total(instance.base), PATIENCE) }
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
  if (typeof easy.value !== 'string') return ok(yield* withProof(instance, easy.value))
  const richest = yield* richestPlan(instance)
  if (!richest.ok) return richest
  const bound = yield* boundBelow(instance, alone, richest.value.worth.smallest)
  const found = yield* searchFloor(instance, richest.value, bound, alone)
  return found.ok ? ok(yield* withProof(instance, found.value)) : found
}

/** What no plan passes: sums that a row can have, and with many of them the linear bound, by interior points. */
function* boundBelow(instance: Instance, open: number, reached: number): Steps<number> {
  const reachable = reachableBelow(instance, open)
  let floors = 0
  for (let floor = reachable; floor > reached && floors <= FEW_FLOORS; floors += 1)
    floor = reachableBelow(instance, floor - 1)
  if (floors <= FEW_FLOORS) return Math.max(reached, reachable)
  const cells = cellsOf(instance)
  const model = floorModel(instance, cells)
  const bound = yield asking('bound', model, { seconds: PATIENCE, method: 'interior' })
  if (bound.status !== 'optimal') return reachable
  const most = provenMost(model, bound.duals ?? [])
  return Math.max(reached, reachableBelow(instance, Math.min(reachable, most)))
}

/** Whether it is proven that no plan has every row at `floor`. */
function* isFloorEmpty(instance: Instance, floor: number): Steps<boolean> {
  const cells = cellsAbove(instance, floor)
  return yield* isProvenEmpty(instance, cells, sumModel(instance, cells, floor, false), PATIENCE)
}

/**
 * The greatest floor below `failed` and at most `bound`, by halving. The solver is believed where to look and not that
 * nothing is there: the bound falls to what lies under the lowest floor that is proven empty, or stays.
 */
function* searchFloor(
  instance: Instance,
  richest: Solved,
  bound: number,
  failed: number,
): Steps<Result<Solved, SolveReason>> {
  let best = richest
  let below = richest.worth.smallest
  /** Floors without a plan, falling. */
  const empty = [failed]
  const from = Math.min(bound, reachableBelow(instance, failed - 1))
  for (let floor = from; floor > below; floor = nextFloor(instance, below, (empty.at(-1) ?? failed) - 1)) {
    const tried = yield* atFloor(instance, floor)
    if (!tried.ok) return tried
    if (typeof tried.value === 'string') empty.push(floor)
    else {
      best = tried.value
      below = best.worth.smallest
    }
  }
  if (bound <= below) return ok({ ...best, floorBound: below })
  for (const floor of empty.filter((one) => one <= bound).reverse()) {
    if (yield* isFloorEmpty(instance, floor))
      return ok({ ...best, floorBound: Math.max(below, reachableBelow(instance, floor - 1)) })
  }
  return ok({ ...best, floorBound: bound })
}

/** Half-way between what is reached and what may still be. */
function nextFloor(instance: Instance, below: number, above: number): number {
  const reachable = reachableBelow(instance, above)
  return reachable <= below ? below : Math.min(reachable, Math.ceil((below + above) / 2))
}

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
  if (solved.value === 'denied')
    return refuse((yield* isFloorEmpty(instance, 0)) ? 'assignment-impossible' : 'solver-unproven')
  return ok({ ...solved.value, floorBound: solved.value.worth.smallest })
}
