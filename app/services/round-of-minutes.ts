import type { Finalist } from '#app/adapters/db/awards.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { RoundOfMinutes } from '#app/domain/document/records.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { secondRoundPlaces, type Shortlisted } from '#app/domain/scoring/shortlist.ts'
import { roundPercents } from '#app/domain/scoring/two-rounds.ts'

const NAMELESS: Localized = {}

/** The shortlist in words, with the places and the scores of the first round at the cut; null where there is none. */
export function roundOfMinutes(
  regulation: Regulation,
  shortlist: readonly Shortlisted[],
  nominations: ReadonlyMap<string, Finalist>,
): RoundOfMinutes | null {
  const places = secondRoundPlaces(regulation)
  if (places === null || shortlist.length === 0) return null
  const categories = regulation.categories.map(({ code, name }) => ({
    category: name,
    advanced: shortlist
      .filter(({ category }) => category === code)
      .map(({ nominationId, place, display }) => ({
        rank: place,
        reference: nominations.get(nominationId)?.reference ?? '',
        title: nominations.get(nominationId)?.title ?? NAMELESS,
        score: display.replace('.', ','),
      })),
  }))
  const percents = roundPercents(regulation)
  return {
    ...{ places, categories: categories.filter(({ advanced }) => advanced.length > 0) },
    ...(percents && { percents }),
  }
}
