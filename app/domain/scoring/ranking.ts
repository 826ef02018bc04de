import { compareCounts } from '../kernel/count.ts'
import { compare } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { displayApart } from '../kernel/rational-display.ts'
import type { NominationScore } from './aggregate.ts'
import { cascade } from './cascade.ts'
import type { CascadeStep, Placed } from './cascade.ts'
import { FEWEST_COMMON_JURORS, headToHead } from './head-to-head.ts'
import type { HeadToHead } from './head-to-head.ts'
import type { ScoringRubric } from './rubric.ts'

export type RankingRule = {
  readonly rubric: ScoringRubric
  readonly decimals: number
  /** Nominations in the order drawn, only when the regulation names the lot and a draw took place. */
  readonly lotOrder: readonly string[] | null
}
export type RankedNomination = {
  readonly nominationId: string
  readonly state: 'ranked' | 'below_quorum' | 'below_threshold'
  readonly rank: number | null
  readonly score: Rational | null
  /** The official score as shown; empty when there is none. */
  readonly display: string
  /** `score`, `criterion:<code>`, `head-to-head`, `median` or `lot`: the last step consulted. */
  readonly decidedBy: string | null
  readonly tiedWith: readonly string[]
  /** The counts, when head-to-head was consulted: they cannot be recomputed from sheets without jurors. */
  readonly headToHead: (HeadToHead & { readonly against: string }) | null
}

type Step = CascadeStep<NominationScore>
const compareKnown = (a: Rational | null, b: Rational | null): -1 | 0 | 1 => (a && b ? compare(a, b) : 0)
const meanFor = (one: NominationScore, code: string): Rational | null =>
  one.criterionMeans.find((found) => found.code === code)?.mean ?? null

const criterionStep = (code: string): Step => ({
  code: `criterion:${code}`,
  compare: (a, b) => compareKnown(meanFor(a, code), meanFor(b, code)),
  // A mean that nobody gave cannot be compared; the step is then silent for the whole group.
  appliesTo: (group) => group.every((one) => meanFor(one, code) !== null),
})

const HEAD_TO_HEAD: Step = {
  code: 'head-to-head',
  compare: (a, b) => {
    const { forFirst, forSecond } = headToHead(a, b)
    return compareCounts(forFirst, forSecond)
  },
  appliesTo: ([first, second, third]) =>
    first !== undefined &&
    second !== undefined &&
    third === undefined &&
    headToHead(first, second).common >= FEWEST_COMMON_JURORS,
}

const lotStep = (order: readonly string[]): Step => ({
  code: 'lot',
  compare: (a, b) => compareCounts(order.indexOf(b.nominationId), order.indexOf(a.nominationId)),
  appliesTo: (group) => group.every((one) => order.includes(one.nominationId)),
})

/** The cascade of scoring.md section 1.9. Criteria by falling weight; equal weights in the order of the rubric. */
export function tieCascade(rule: RankingRule): readonly Step[] {
  const byWeight = [...rule.rubric.criteria].sort((a, b) => compare(b.weight, a.weight))
  return [
    { code: 'score', compare: (a, b) => compareKnown(a.score, b.score) },
    ...byWeight.map(({ code }) => criterionStep(code)),
    HEAD_TO_HEAD,
    { code: 'median', compare: (a, b) => compareKnown(a.median, b.median) },
    ...(rule.lotOrder ? [lotStep(rule.lotOrder)] : []),
  ]
}

/** The counts behind a head-to-head, from the side of this nomination. */
function headToHeadOf(place: Placed<NominationScore>): RankedNomination['headToHead'] {
  const consulted = place.trail.find((step) => step.code === HEAD_TO_HEAD.code)
  const rival = consulted?.among.find((other) => other !== place.member)
  return rival ? { ...headToHead(place.member, rival), against: rival.nominationId } : null
}

/**
 * The official ranking of one category: competition ranks, each with the step that decided it. Nominations under the
 * quorum or a threshold have no rank. Independent of the order of the input; listed by rank, then by identifier.
 */
export function rankCategory(
  rule: RankingRule,
  scores: readonly NominationScore[],
): readonly RankedNomination[] {
  const placed = cascade(
    scores.filter((one) => one.state === 'scored'),
    tieCascade(rule),
  )
  const places = new Map(placed.map((place) => [place.member.nominationId, place]))
  const equals = Map.groupBy(placed, (place) => place.rank)
  const shown = displays(scores, rule.decimals)
  const listed = scores.map((one): RankedNomination => {
    const place = places.get(one.nominationId)
    const peers = place?.tied ? (equals.get(place.rank) ?? []) : []
    return {
      nominationId: one.nominationId,
      state: one.state === 'scored' ? 'ranked' : one.state,
      rank: place?.rank ?? null,
      score: one.score,
      display: shown.get(one.nominationId) ?? '',
      decidedBy: place?.decidedBy ?? null,
      tiedWith: peers
        .filter((other) => other !== place)
        .map((other) => other.member.nominationId)
        .sort(),
      headToHead: place ? headToHeadOf(place) : null,
    }
  })
  return listed.sort(
    (a, b) =>
      compareCounts(a.rank ?? Infinity, b.rank ?? Infinity) || (a.nominationId < b.nominationId ? -1 : 1),
  )
}

/** The text of each score, two unequal ones never alike. */
function displays(scores: readonly NominationScore[], decimals: number): ReadonlyMap<string, string> {
  const known = scores.flatMap(({ nominationId, score }) => (score ? [{ nominationId, score }] : []))
  const shown = displayApart(
    known.map(({ score }) => score),
    decimals,
  )
  return new Map(known.map(({ nominationId }, at) => [nominationId, shown[at] ?? '']))
}
