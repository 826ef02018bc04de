import type { DissentCase } from '#app/domain/deliberation/dissent.ts'
import type { Client, Tx } from './client.server.ts'
import { loadDissents } from './dissents.ts'
import type { Meeting } from './meetings.ts'
import { loadMinutes } from './minutes.ts'
import { loadMotions } from './motions.ts'

/** What a dissent of one seat is decided on, by point of the agenda; for the act and for its page alike. */
export async function loadDissentCases(
  client: Client | Tx,
  { session, items }: Pick<Meeting, 'session' | 'items'>,
  seatId: string,
): Promise<ReadonlyMap<string, DissentCase>> {
  const motions = await loadMotions(client, session.id)
  const dissents = await loadDissents(client, session.id)
  const minutes = (await loadMinutes(client, session.id))?.state ?? 'none'
  return new Map(
    items.map(({ id: itemId }) => [
      itemId,
      {
        ...{ session, itemId, seatId, minutes },
        votes: motions.flatMap((one) => (one.itemId === itemId ? (one.closedAt ?? []) : [])),
        dissents: dissents.filter((one) => one.itemId === itemId),
      },
    ]),
  )
}
