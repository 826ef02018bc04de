import type { Finalist } from '#app/adapters/db/awards.ts'
import type { LiveRecusal, VotingSeat } from '#app/adapters/db/meeting-seats.ts'
import type { Meeting } from '#app/adapters/db/meetings.ts'
import type { MinutesItem, MinutesQuorum } from '#app/domain/document/records.ts'
import type { QuorumCount } from '#app/domain/deliberation/quorum.ts'
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

/** How many had to be there and why that many; the count of the domain, told with what it was made from. */
export function quorumOf(
  { seatIds, campaign }: Pick<Meeting, 'seatIds' | 'campaign'>,
  { needed, present, eligible }: QuorumCount,
): MinutesQuorum {
  const seats = seatIds.length
  const of = { seats, recused: seats - eligible, eligible, share: campaign.regulation.deliberation.quorum }
  return { required: needed, present, of }
}
