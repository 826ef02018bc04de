import { isEqual, multiply, toText } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { carryOver } from '../scoring/two-rounds.ts'
import type { CriterionMeans, Flip } from '../statistics/weight-path.ts'
import { simulateWeights } from '../statistics/weight-simulation.ts'
import type { WeightSimulation } from '../statistics/weight-simulation.ts'
import type { AdviceDocument, Firmness, FirmnessTurn } from './advice.ts'
import { withheld } from './advice.ts'
import type { AdviceInput, Row, rowsOf } from './rows.ts'

const HALF: Rational = { p: 1n, q: 2n }

/** The criterion means that make the final score: what a first round gives is there whatever the weights are. */
const meansOf = ({ nominationId, criterionMeans, carried }: Row): CriterionMeans => ({
  id: nominationId,
  means: new Map(
    criterionMeans.flatMap(({ code, mean }): [string, Rational][] =>
      mean === null ? [] : [[code, carried === null ? mean : carryOver(carried, mean)]],
    ),
  ),
})

const turnOf = (flip: Flip | null): FirmnessTurn | null =>
  flip && { at: toText(flip.at), takenBy: flip.takenBy }

const firmnessOf = ({ leaders, radius, criteria }: WeightSimulation): Firmness => ({
  leaders,
  // The radius counts each share twice: where it leaves and where it arrives.
  radius: radius && { moved: toText(multiply(radius.radius, HALF)), challenger: radius.challenger },
  criteria: criteria.map(({ id, current, below, above, intervals }) => ({
    code: id,
    now: toText(current),
    below: turnOf(below),
    above: turnOf(above),
    intervals: intervals.map(({ from, to, winners }) => ({
      from: toText(from),
      to: toText(to),
      first: winners,
    })),
  })),
})

/**
 * How far the weights may move, each alone and all together, before another ranked nomination comes first (section 4.3
 * of the scoring rules), exact. Withheld: a single nomination or criterion, and official scores that are not the weighted
 * means of the criteria (median, trimmed mean, a criterion left out of a sheet, a rubric that changed).
 */
export function weightsOf(
  { rule }: Pick<AdviceInput, 'rule'>,
  { used, rows }: ReturnType<typeof rowsOf>,
): NonNullable<AdviceDocument['weights']> {
  if (rows.length < 2) return withheld('weights-one-nomination')
  const criteria = rule.rubric.criteria.map(({ code, weight }) => ({ id: code, weight }))
  if (criteria.length < 2) return withheld('weights-one-criterion')
  const simulated = simulateWeights(criteria, rows.map(meansOf))
  const isWhole = used === 'mean' && rows.every(({ renormalisedSheets }) => renormalisedSheets === 0)
  if (!isWhole || !simulated.ok) return withheld('weights-not-linear')
  const given = new Map(simulated.value.places.map(({ id, score }) => [id, score]))
  const isGivenBack = rows.every(({ nominationId, score }) => {
    const found = given.get(nominationId)
    return score !== null && found !== undefined && isEqual(found, score)
  })
  return isGivenBack ? { value: firmnessOf(simulated.value), withheld: null } : withheld('weights-not-linear')
}
