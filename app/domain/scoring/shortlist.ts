import type { Regulation } from '../campaign/regulation.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { CategoryScores } from './aggregate.ts'
import type { CombiningRule } from './combine.ts'
import type { RankedNomination } from './ranking.ts'
import { firstRoundPlaces } from './two-rounds.ts'

/** How many advance from each category; null where the award has one round. */
export const secondRoundPlaces = ({ scoring }: Pick<Regulation, 'scoring'>): number | null =>
  scoring.secondRound?.places ?? null

/** The result of one category's first round, as it stands when the round closes. */
export type FirstRoundResult = {
  readonly category: string
  readonly scores: CategoryScores
  readonly ranking: readonly RankedNomination[]
}
/** One nomination that advances, with its figures of the first round: they are kept, because a later recusal voids sheets. */
export type Shortlisted = {
  readonly nominationId: string
  readonly category: string
  readonly score: Rational
  readonly display: string
  /** Competition place of its first-round score alone; those tied at the cut share it. */
  readonly place: number
  readonly sheets: number
  readonly eligible: number
  readonly quorum: number
  /** How the sheets of its category were combined. */
  readonly rule: CombiningRule
}

function shortlistOf(
  { category, scores, ranking }: FirstRoundResult,
  places: number,
): readonly Shortlisted[] {
  const known = ranking.flatMap((one) =>
    one.state === 'ranked' && one.score ? [{ ...one, id: one.nominationId, score: one.score }] : [],
  )
  const placeOf = firstRoundPlaces(known)
  return known.flatMap(({ id, score, display }): readonly Shortlisted[] => {
    const place = placeOf.get(id)
    const counts = scores.scores.find(({ nominationId }) => nominationId === id)
    if (!counts || place === undefined || place > places) return []
    const { sheets, eligible, quorum } = counts
    return [
      { nominationId: id, category, score, display, place, sheets, eligible, quorum, rule: scores.rule },
    ]
  })
}

/**
 * Who enters the second round: of each category the first `places` by the first round's score, and all tied at the cut
 * (section 1.7 of the scoring rules). No further step of the cascade narrows it: whoever is equal is heard. Nominations
 * without a score, or under a threshold, do not advance. Refused: nobody advances anywhere.
 */
export function shortlist(
  results: readonly FirstRoundResult[],
  places: number,
): Result<readonly Shortlisted[], 'nobody-advances'> {
  const chosen = results.flatMap((result) => shortlistOf(result, places))
  return chosen.length === 0 ? refuse('nobody-advances', { places }) : ok(chosen)
}
