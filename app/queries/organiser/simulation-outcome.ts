import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { typedNumber } from '#app/domain/campaign/weights.ts'
import { displayApart } from '#app/domain/kernel/rational-display.ts'
import { multiply, ZERO } from '#app/domain/kernel/rational.ts'
import { toNumber } from '#app/domain/statistics/exact.ts'
import type { CriterionMeans, Flip } from '#app/domain/statistics/weight-path.ts'
import { type SimulatedCriterion, simulateWeights } from '#app/domain/statistics/weight-simulation.ts'
import { type Share, shareOf } from '../weight-share.ts'

export type StudiedCriterion = {
  readonly code: string
  readonly now: Share
  readonly below: { readonly at: Share; readonly takenBy: readonly string[] } | null
  readonly above: { readonly at: Share; readonly takenBy: readonly string[] } | null
  readonly intervals: readonly {
    readonly from: Share
    readonly to: Share
    readonly first: readonly string[]
  }[]
  /** For the plot alone: share of weight from 0 to 1, and the score in points. */
  readonly envelope: readonly { readonly at: number; readonly score: number }[]
}
export type Outcome = {
  readonly leaders: readonly string[]
  readonly places: readonly { readonly key: string; readonly rank: number; readonly score: string }[]
  readonly criteria: readonly StudiedCriterion[]
  /** Percent of the weight that must pass from some criteria to others before somebody draws level. */
  readonly radius: { readonly moved: Share; readonly challenger: string } | null
}

const DECIMALS = 2

const flipOf = (flip: Flip | null): StudiedCriterion['below'] =>
  flip && { at: shareOf(flip.at), takenBy: flip.takenBy }

const studied = (one: SimulatedCriterion): StudiedCriterion => ({
  code: one.id,
  now: shareOf(one.current),
  below: flipOf(one.below),
  above: flipOf(one.above),
  intervals: one.intervals.map(({ from, to, winners }) => ({
    ...{ from: shareOf(from), to: shareOf(to), first: winners },
  })),
  envelope: one.envelope.map(({ at, score }) => ({ at: toNumber(at), score: toNumber(score) })),
})

/** The simulation as the page and its file show it; null when it is refused. */
export function outcomeOf(criteria: readonly Criterion[], items: readonly CriterionMeans[]): Outcome | null {
  const weighted = criteria.map(({ code, weight }) => ({ id: code, weight: typedNumber(weight) ?? ZERO }))
  const simulated = simulateWeights(weighted, items)
  if (!simulated.ok) return null
  const { places, leaders, radius } = simulated.value
  const scores = displayApart(
    places.map(({ score }) => score),
    DECIMALS,
  )
  return {
    leaders,
    places: places.map(({ id, rank }, at) => ({ key: id, rank, score: scores[at] ?? '' })),
    criteria: simulated.value.criteria.map(studied),
    // The radius counts each share twice: where it leaves and where it arrives.
    radius: radius && {
      moved: shareOf(multiply(radius.radius, { p: 1n, q: 2n })),
      challenger: radius.challenger,
    },
  }
}
