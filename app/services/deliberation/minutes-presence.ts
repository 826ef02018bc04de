import type { Finalist } from '#app/adapters/db/awards.ts'
import type { LiveRecusal, VotingSeat } from '#app/adapters/db/meeting-seats.ts'
import type { MinutesItem } from '#app/domain/document/records.ts'
import { official } from '../official.ts'

/** Of each who left, the nominations under discussion that they are recused from, with the category of the ground. */
export function recusalsOf(
  left: readonly VotingSeat[],
  recusals: readonly LiveRecusal[],
  nominations: ReadonlyMap<string, Finalist>,
): Pick<MinutesItem, 'recusals'> {
  const told = left.flatMap(({ id, name }) =>
    recusals
      .filter(({ seatId }) => seatId === id)
      .map(({ nominationId, ground }) => ({
        ...{ name, reference: nominations.get(nominationId)?.reference ?? '' },
        ground: official(`deliberation.minutes.ground.${ground}`),
      })),
  )
  return told.length === 0 ? {} : { recusals: told }
}
