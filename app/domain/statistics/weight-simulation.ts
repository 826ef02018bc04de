import { compare, integer, isEqual, multiply, subtract, sum, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { quotient } from './exact.ts'
import { nearestFlips, weightPath } from './weight-path.ts'
import type { CriterionMeans, WeightedCriterion, WeightFlips, WeightInterval } from './weight-path.ts'
import { weightRadius } from './weight-radius.ts'
import type { WeightRadius } from './weight-radius.ts'

export type SimulatedPlace = { readonly id: string; readonly score: Rational; readonly rank: number }
export type SimulatedCriterion = WeightFlips & {
  readonly id: string
  /** Its weight now, as a share of all. */
  readonly current: Rational
  readonly intervals: readonly WeightInterval[]
  /** The leader's score at each end of the intervals, from weight 0 to weight 1: the upper envelope. */
  readonly envelope: readonly { readonly at: Rational; readonly score: Rational }[]
}
export type WeightSimulation = {
  /** By falling score; equal scores share a rank, since no step of the cascade is played here. */
  readonly places: readonly SimulatedPlace[]
  readonly leaders: readonly string[]
  readonly criteria: readonly SimulatedCriterion[]
  /** Null on a tie at the top, or where no weights bring anybody level. */
  readonly radius: WeightRadius | null
}
type Refused = 'no-nominations' | 'criterion-unknown' | 'no-other-weight' | 'mean-missing'

const ONE = integer(1)

function scoreUnder(criteria: readonly WeightedCriterion[], { means }: CriterionMeans): Rational {
  const total = sum(criteria.map(({ weight }) => weight))
  const points = sum(criteria.map(({ id, weight }) => multiply(weight, means.get(id) ?? ZERO)))
  return quotient(points.p * total.q, points.q * total.p)
}

function placesOf(
  criteria: readonly WeightedCriterion[],
  items: readonly CriterionMeans[],
): readonly SimulatedPlace[] {
  const scored = items
    .map((item) => ({ id: item.id, score: scoreUnder(criteria, item) }))
    .sort((a, b) => compare(b.score, a.score))
  return scored.map((one) => ({
    ...one,
    rank: scored.findIndex(({ score }) => isEqual(score, one.score)) + 1,
  }))
}

/** The weights with one criterion at the share t, the others keeping their proportions. */
function movedTo(criteria: readonly WeightedCriterion[], moved: string, t: Rational): WeightedCriterion[] {
  const rest = sum(criteria.filter(({ id }) => id !== moved).map(({ weight }) => weight))
  return criteria.map(({ id, weight }) => ({
    id,
    weight: id === moved ? multiply(t, rest) : multiply(weight, subtract(ONE, t)),
  }))
}

function criterionOf(
  criteria: readonly WeightedCriterion[],
  id: string,
  items: readonly CriterionMeans[],
): Result<SimulatedCriterion, Refused> {
  const path = weightPath(criteria, id, items)
  if (!path.ok) return path
  const { current, intervals } = path.value
  const leaderAt = (at: Rational, leader: string | undefined) => {
    const item = items.find((one) => one.id === leader)
    return item ? [{ at, score: scoreUnder(movedTo(criteria, id, at), item) }] : []
  }
  const envelope = [
    ...intervals.slice(0, 1).flatMap(({ from, winners }) => leaderAt(from, winners[0])),
    ...intervals.flatMap(({ to, winners }) => leaderAt(to, winners[0])),
  ]
  return ok({ id, current, intervals, envelope, ...nearestFlips(path.value) })
}

/**
 * What these weights decide on criterion means already given (section 4.3 of the scoring rules): the ranking by weighted
 * mean, and for each criterion and for all together how far the weights may move before another comes first. Weights
 * are positive; only their proportions count; a single criterion has no path. Refused: no nomination, a mean that nobody
 * gave.
 */
export function simulateWeights(
  criteria: readonly WeightedCriterion[],
  items: readonly CriterionMeans[],
): Result<WeightSimulation, Refused> {
  const lacking = items.find(({ means }) => criteria.some(({ id }) => !means.has(id)))
  if (items.length === 0) return refuse('no-nominations')
  if (lacking) return refuse('mean-missing', { nomination: lacking.id })
  const studied: SimulatedCriterion[] = []
  for (const { id } of criteria.length > 1 ? criteria : []) {
    const one = criterionOf(criteria, id, items)
    if (!one.ok) return one
    studied.push(one.value)
  }
  const places = placesOf(criteria, items)
  const leaders = places.filter(({ rank }) => rank === 1).map(({ id }) => id)
  const [leader = '', tied] = leaders
  const radius = tied === undefined ? weightRadius(criteria, leader, items) : null
  return ok({ places, leaders, criteria: studied, radius: radius?.ok ? radius.value : null })
}
