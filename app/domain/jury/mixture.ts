import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Solved, SolveReason } from './fair-plan.ts'
import { richestPlan } from './fair-plan.ts'
import type { Instance, Plan } from './instance.ts'
import type { Steps } from './proposal-steps.ts'
import { draws, uniform } from './randomise.ts'

/** Plans of which one is drawn, each as likely as the others; no pair lies in more than `most` of them. */
export type Mixture = { readonly plans: readonly Plan[]; readonly most: number }
export type Share = { readonly plans: number; readonly most: number }

const MOST_PLANS = 10
const HUNDRED = 100

/**
 * How many plans to draw from, and in how many of them a pair may lie, so that its chance comes as near to the cap as ten
 * plans allow and never above; the fewest plans for it. Null below a tenth.
 */
export function shareUnder(capPercent: number): Share | null {
  let best: Share | null = null
  for (let plans = 2; plans <= MOST_PLANS; plans += 1) {
    const most = Math.floor((plans * capPercent) / HUNDRED)
    if (most > 0 && (best === null || most * best.plans > best.most * plans)) best = { plans, most }
  }
  return best
}

const keyOf = (row: number, column: number): string => `${row} ${column}`

/** The instance without the pairs that may not be chosen. */
const without = (instance: Instance, isBarred: (row: number, column: number) => boolean): Instance => ({
  ...instance,
  score: instance.score.map((scores, row) =>
    scores.map((score, column) => (score !== null && isBarred(row, column) ? null : score)),
  ),
})

/**
 * Plans to draw from where rules lie over one another, so that chances on a network cannot say what to draw (section 5.2 of
 * the scoring rules). Every pair of the optimum is kept out of as many plans as the cap asks, which ones by the seed; any
 * pair that lies in enough plans is kept out of the rest. Each plan is the richest that is left, so every plan meets every
 * rule. Refused as `chances-not-found` when one of them has no plan left: others could have been tried.
 */
export function* mixedPlans(
  instance: Instance,
  optimum: Solved,
  { plans: wanted, most }: Share,
  seed: number,
): Steps<Result<Mixture, SolveReason | 'chances-not-found'>> {
  const draw = draws(seed)
  const firstOut = new Map(
    optimum.plan.flatMap((columns, row) =>
      columns.map((column) => [keyOf(row, column), uniform(draw, wanted)] as const),
    ),
  )
  const times = new Map<string, number>()
  const plans: Plan[] = []
  for (let turn = 0; turn < wanted; turn += 1) {
    const left = without(instance, (row, column) => {
      const key = keyOf(row, column)
      const first = firstOut.get(key)
      const isOut = first !== undefined && (turn - first + wanted) % wanted < wanted - most
      return isOut || (times.get(key) ?? 0) >= most
    })
    const solved = yield* richestPlan(left)
    if (!solved.ok)
      return solved.reason === 'assignment-impossible' || solved.reason === 'solver-unproven'
        ? refuse('chances-not-found', { plans: turn, wanted })
        : solved
    const { plan } = solved.value
    plans.push(plan)
    for (const [row, columns] of plan.entries())
      for (const column of columns) times.set(keyOf(row, column), (times.get(keyOf(row, column)) ?? 0) + 1)
  }
  return ok({ plans, most })
}

/** The one drawn: the seed goes on where it stopped for the plans, in a stream of its own. */
export const drawnFrom = ({ plans }: Mixture, seed: number): Plan =>
  plans[uniform(draws(seed ^ 0x5bd1e995), plans.length)] ?? []
