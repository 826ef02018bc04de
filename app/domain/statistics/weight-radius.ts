import { add, compare, multiply, negate, subtract, sum, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { quotient } from './exact.ts'
import type { CriterionMeans, WeightedCriterion } from './weight-path.ts'

export type WeightRadius = {
  /** The least Σ|w - w⁰| over shares of weight at which the challenger draws level; from 0 to 2. */
  readonly radius: Rational
  readonly challenger: string
}

const over = (a: Rational, b: Rational): Rational => quotient(a.p * b.q, a.q * b.p)
const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)

/**
 * How far the weights must move for one challenger: weight goes from where he is worst to where he is best, the worst
 * first, which is the optimum of the linear programme. Null when no weights can bring him level.
 */
function distanceTo(shares: readonly Rational[], leads: readonly Rational[]): Rational | null {
  const best = leads.reduce((most, lead) => (compare(lead, most) > 0 ? lead : most))
  let missing = negate(sum(shares.map((share, c) => multiply(share, leads[c] as Rational))))
  let moved = ZERO
  const worstFirst = leads
    .map((_, c) => c)
    .sort((a, b) => compare(leads[a] as Rational, leads[b] as Rational))
  for (const c of worstFirst) {
    if (compare(missing, ZERO) <= 0) break
    const gain = subtract(best, leads[c] as Rational)
    if (gain.p === 0n) return null
    const mass = least(shares[c] as Rational, over(missing, gain))
    moved = add(moved, mass)
    missing = subtract(missing, multiply(mass, gain))
  }
  return compare(missing, ZERO) <= 0 ? multiply({ p: 2n, q: 1n }, moved) : null
}

/**
 * The joint robustness radius of section 4.3, exact: how little the weights may change, all together, before another
 * nomination draws level with the leader. Null when nobody can. Refused: an unknown leader, no weight, a missing mean.
 */
export function weightRadius(
  criteria: readonly WeightedCriterion[],
  leader: string,
  items: readonly CriterionMeans[],
): Result<WeightRadius | null, 'leader-unknown' | 'no-weight' | 'mean-missing'> {
  const first = items.find(({ id }) => id === leader)
  const all = sum(criteria.map(({ weight }) => weight))
  if (first === undefined) return refuse('leader-unknown', { leader })
  if (compare(all, ZERO) <= 0) return refuse('no-weight')
  const lacking = items.find(({ means }) => criteria.some(({ id }) => !means.has(id)))
  if (lacking) return refuse('mean-missing', { nomination: lacking.id })
  const shares = criteria.map(({ weight }) => over(weight, all))
  const found = items.flatMap((item): WeightRadius[] => {
    if (item === first) return []
    const leads = criteria.map(({ id }) => subtract(item.means.get(id) ?? ZERO, first.means.get(id) ?? ZERO))
    const radius = distanceTo(shares, leads)
    return radius === null ? [] : [{ radius, challenger: item.id }]
  })
  return ok(
    found.reduce<WeightRadius | null>(
      (best, one) => (best === null || compare(one.radius, best.radius) < 0 ? one : best),
      null,
    ),
  )
}
