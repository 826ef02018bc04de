import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import { type RoundPercents, roundPercents } from '#app/domain/scoring/two-rounds.ts'

type Rounds = { readonly places: number; readonly percents: RoundPercents | null }

/** How many advanced to the round that the ranking is of, and what both weigh in it; null where the award has one. */
export function roundsOf(regulation: Regulation): Rounds | null {
  const places = secondRoundPlaces(regulation)
  return places === null ? null : { places, percents: roundPercents(regulation) }
}
