import type { Facts } from '../kernel/result.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { balanceMeetings } from './balance.ts'
import { obstruction } from './blocking.ts'
import type { Obstruction, Relaxation } from './blocking.ts'
import { evenLoads, withEvenLoads } from './even-loads.ts'
import { fairestPlan, richestPlan } from './fair-plan.ts'
import type { Solved, SolveReason } from './fair-plan.ts'
import type { Instance, Plan } from './instance.ts'
import { bestChances, isNetwork } from './instance-flow.ts'
import { connectionOf } from './meetings.ts'
import { drawnFrom, mixedPlans, shareUnder } from './mixture.ts'
import type { Share } from './mixture.ts'
import { brokenConstraint, worthOf } from './plan-check.ts'
import { step } from './proposal-steps.ts'
import type { Stage, Steps } from './proposal-steps.ts'
import { drawPlan } from './randomise.ts'

export type ProposalSettings = {
  readonly objective: 'fairest' | 'richest'
  /** No pair more likely than cap/parts, in percent; null draws nothing. */
  readonly capPercent: number | null
  readonly seed: number
  /** How many files a load may lie away from the even one; null keeps only the limits. */
  readonly slack: number | null
  /** Whether the cheapest relaxation is applied when the constraints cannot all be met. */
  readonly relax: boolean
}

/** A cap that leaves each nomination too few jurors; or under which no draw was found, where rules lie over one another. */
type ChanceReason = 'chances-not-found' | 'chances-too-tight'

/** All that the computation reads; its hash is stored with what came out. */
export type ProposalQuestion = {
  readonly instance: Instance
  readonly carried: readonly number[]
  readonly settings: ProposalSettings
}

export type Proposal =
  | {
      readonly kind: 'plan'
      readonly plan: Plan
      readonly sum: number
      readonly smallest: number
      /** The greatest smallest sum that any plan can have; with a drawn plan, before the draw. */
      readonly floorBound: number
      readonly sumProven: boolean
      /** Sum and floor of the optimum before chance and balance. */
      readonly optimum: { readonly sum: number; readonly smallest: number }
      readonly swaps: number
      /** How well jurors are linked by shared nominations (gate G2 of section 2.2); null when they are not. */
      readonly kappa: number | null
      readonly relaxation: Relaxation | null
      /** Drawn from so many plans, in which no pair lies more often; absent on a network and without a draw. */
      readonly mixture?: Share
    }
  | { readonly kind: 'impossible'; readonly obstruction: Obstruction | null }
  | {
      readonly kind: 'refused'
      readonly reason: SolveReason | ChanceReason | 'proposal-changed'
      readonly facts: Facts
    }

/** Who computed, so that the same question can be asked again: stored with every proposal. */
export type SolverIdentity = {
  readonly name: string
  readonly version: string
  readonly options: Readonly<Record<string, string | number | boolean>>
}
export type Computed = { readonly proposal: Proposal; readonly solver: SolverIdentity }

/** Who looks on: told of each stage, and able to stop the computation. */
export type Watch = { readonly onStage: (stage: Stage) => void; readonly signal: AbortSignal }
export type SolverEnd = 'cancelled' | 'solver-failed'

const HUNDRED = 100

/** The instance with the relaxation applied: more places here, fewer readers there. */
export function relaxed(instance: Instance, { extraPlaces, fewerReaders, group }: Relaxation): Instance {
  const places = new Map(extraPlaces.map(({ column, count }) => [column, count]))
  const fewer = new Map(fewerReaders.map(({ row, count }) => [row, count]))
  const cut = (values: readonly number[]): readonly number[] =>
    values.map((value, row) => value - (fewer.get(row) ?? 0))
  return {
    ...instance,
    most: instance.most.map((most, column) => most + (places.get(column) ?? 0)),
    wanted: group === null ? cut(instance.wanted) : instance.wanted,
    rules: instance.rules.map((rule) =>
      rule.kind === 'cover' && rule.name === group ? { ...rule, least: cut(rule.least) } : rule,
    ),
  }
}

type Chosen = Solved & { readonly optimum: Solved['worth']; readonly mixture?: Share }

/** A plan drawn from several, where rules lie over one another. */
function* mixedPlan(
  instance: Instance,
  optimum: Solved,
  { capPercent, seed }: { readonly capPercent: number; readonly seed: number },
): Steps<Result<{ readonly plan: Plan; readonly mixture: Share }, SolveReason | ChanceReason>> {
  const share = shareUnder(capPercent)
  if (share === null) return refuse('chances-too-tight')
  const mixed = yield* mixedPlans(instance, optimum, share, seed)
  if (!mixed.ok) return mixed
  yield step('draw')
  return ok({ plan: drawnFrom(mixed.value, seed), mixture: share })
}

/** The optimum, or a drawn plan whose pairs are capped (section 5.2 of the scoring rules). */
function* chosenPlan(
  instance: Instance,
  settings: ProposalSettings,
): Steps<Result<Chosen, SolveReason | ChanceReason>> {
  const solved = yield* settings.objective === 'fairest' ? fairestPlan(instance) : richestPlan(instance)
  if (!solved.ok) return solved
  if (settings.capPercent === null) return ok({ ...solved.value, optimum: solved.value.worth })
  yield step('chances')
  const { capPercent, seed } = settings
  const drawn = isNetwork(instance)
    ? yield* chancesPlan(instance, capPercent, seed)
    : yield* mixedPlan(instance, solved.value, { capPercent, seed })
  if (!drawn.ok) return drawn
  const { plan } = drawn.value
  const worth = worthOf(instance, plan)
  return ok({ ...solved.value, ...drawn.value, worth, optimum: solved.value.worth, sumProven: false })
}

/** A plan drawn from the best chances on a network. */
function* chancesPlan(
  instance: Instance,
  capPercent: number,
  seed: number,
): Steps<Result<{ readonly plan: Plan }, ChanceReason>> {
  const chances = bestChances(instance, HUNDRED, capPercent)
  if (chances === null) return refuse('chances-too-tight')
  yield step('draw')
  return ok({ plan: drawPlan(instance, chances, HUNDRED, seed) })
}

/**
 * The whole procedure of section 5.5 of the scoring rules: feasibility with its certificate, even loads, max-min and sum,
 * the draw or the balance of meetings, and every constraint counted again at the end.
 */
export function* propose({ instance: given, carried, settings }: ProposalQuestion): Steps<Proposal> {
  yield step('feasibility')
  const obstacle = obstruction(given)
  if (obstacle !== null && !settings.relax) return { kind: 'impossible', obstruction: obstacle }
  const eased = obstacle === null ? given : relaxed(given, obstacle.relaxation)
  yield step('loads')
  const even = settings.slack === null ? null : evenLoads(eased, carried)
  const instance = even === null ? eased : withEvenLoads(eased, even, settings.slack ?? 0)
  const solved = yield* chosenPlan(instance, settings)
  if (!solved.ok) {
    if (solved.reason === 'assignment-impossible')
      return { kind: 'impossible', obstruction: obstruction(eased) }
    return { kind: 'refused', reason: solved.reason, facts: solved.facts }
  }
  // A swap after the draw would make some pair more likely than the cap: a drawn plan stays as it was drawn.
  const drawn = settings.capPercent !== null
  if (!drawn) yield step('balance')
  const { plan, swaps } = drawn
    ? { plan: solved.value.plan, swaps: 0 }
    : balanceMeetings(instance, solved.value.plan, solved.value.worth.smallest)
  yield step('check')
  const broken = brokenConstraint(instance, plan)
  if (broken !== null) return { kind: 'refused', reason: 'solver-off', facts: { broken } }
  const worth = worthOf(instance, plan)
  return {
    kind: 'plan',
    plan,
    sum: worth.sum,
    smallest: worth.smallest,
    floorBound: solved.value.floorBound,
    sumProven: solved.value.sumProven,
    optimum: solved.value.optimum,
    swaps,
    kappa: connectionOf(instance, plan),
    relaxation: obstacle?.relaxation ?? null,
    ...(solved.value.mixture && { mixture: solved.value.mixture }),
  }
}
