import { add, compare, integer, isEqual, multiply, subtract, sum, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { quotient } from './exact.ts'

/** T(t) = at + slope·t: a nomination's score as the weight t of one criterion moves. */
type Line = { readonly id: string; readonly start: Rational; readonly slope: Rational }
export type WeightInterval = {
  readonly from: Rational
  readonly to: Rational
  /** Who leads throughout the interval, in the order given; several only when they never differ in it. */
  readonly winners: readonly string[]
}
export type WeightPath = {
  /** The weight of the criterion now, as a share of all. */
  readonly current: Rational
  readonly currentWinners: readonly string[]
  readonly intervals: readonly WeightInterval[]
}
export type WeightedCriterion = { readonly id: string; readonly weight: Rational }
/** The exact mean of each criterion, by criterion, for one nomination. */
export type CriterionMeans = { readonly id: string; readonly means: ReadonlyMap<string, Rational> }

const ONE = integer(1)
const over = (a: Rational, b: Rational): Rational => quotient(a.p * b.q, a.q * b.p)
const valueAt = (line: Line, t: Rational): Rational => add(line.start, multiply(line.slope, t))

function lineOf(criteria: readonly WeightedCriterion[], moved: string, item: CriterionMeans): Line {
  const others = criteria.filter(({ id }) => id !== moved)
  const mean = (id: string): Rational => item.means.get(id) ?? ZERO
  const weights = sum(others.map(({ weight }) => weight))
  const rest = over(sum(others.map(({ id, weight }) => multiply(weight, mean(id)))), weights)
  return { id: item.id, start: rest, slope: subtract(mean(moved), rest) }
}

function leaders(lines: readonly Line[], by: (line: Line) => Rational): readonly Line[] {
  const values = lines.map(by)
  const top = values.reduce((best, value) => (compare(value, best) > 0 ? value : best))
  return lines.filter((_, at) => isEqual(values[at] as Rational, top))
}

/** Where the next line overtakes the leader after t: the least crossing with a steeper one; null when none does. */
function nextCrossing(lines: readonly Line[], leader: Line): Rational | null {
  return lines.reduce<Rational | null>((first, line) => {
    if (compare(line.slope, leader.slope) <= 0) return first
    const at = over(subtract(leader.start, line.start), subtract(line.slope, leader.slope))
    return first === null || compare(at, first) < 0 ? at : first
  }, null)
}

function envelope(lines: readonly Line[]): readonly WeightInterval[] {
  const intervals: WeightInterval[] = []
  let from = ZERO
  while (compare(from, ONE) < 0) {
    const here = from
    const best = leaders(
      leaders(lines, (line) => valueAt(line, here)),
      (line) => line.slope,
    )
    const crossing = nextCrossing(lines, best[0] as Line)
    const to = crossing === null || compare(crossing, ONE) > 0 ? ONE : crossing
    intervals.push({ from, to, winners: best.map(({ id }) => id) })
    from = to
  }
  return intervals
}

/**
 * The leader as the weight of one criterion goes from 0 to 1, the others keeping their proportions: the upper envelope
 * of section 4.3, exact. Refused: no nomination, an unknown criterion, no weight on the others, a mean that nobody gave.
 */
export function weightPath(
  criteria: readonly WeightedCriterion[],
  criterion: string,
  items: readonly CriterionMeans[],
): Result<WeightPath, 'no-nominations' | 'criterion-unknown' | 'no-other-weight' | 'mean-missing'> {
  const moved = criteria.find(({ id }) => id === criterion)
  if (items.length === 0) return refuse('no-nominations')
  if (moved === undefined) return refuse('criterion-unknown', { criterion })
  const all = sum(criteria.map(({ weight }) => weight))
  if (compare(all, moved.weight) <= 0) return refuse('no-other-weight', { criterion })
  const lacking = items.find(({ means }) => criteria.some(({ id }) => !means.has(id)))
  if (lacking) return refuse('mean-missing', { nomination: lacking.id })
  const lines = items.map((item) => lineOf(criteria, criterion, item))
  const current = over(moved.weight, all)
  return ok({
    current,
    currentWinners: leaders(lines, (line) => valueAt(line, current)).map(({ id }) => id),
    intervals: envelope(lines),
  })
}

export type Flip = { readonly at: Rational; readonly takenBy: readonly string[] }
/** What the sentence "stays first unless the weight falls below … (now …)" needs; null where nothing changes. */
export type WeightFlips = { readonly below: Flip | null; readonly above: Flip | null }

/** The nearest change of leader on each side of the current weight; at the current weight itself on a tie there. */
export function nearestFlips({ current, intervals }: WeightPath): WeightFlips {
  const before = intervals.filter(({ to }) => compare(to, current) <= 0 && compare(to, ONE) < 0).at(-1)
  const after = intervals.find(({ from }) => compare(from, current) >= 0 && compare(from, ZERO) > 0)
  return {
    below: before ? { at: before.to, takenBy: before.winners } : null,
    above: after ? { at: after.from, takenBy: after.winners } : null,
  }
}
