import { isAnyPointOpened, loadLotDraw } from '#app/adapters/db/lot-draws.ts'
import { type Meeting, meetingAccess } from '#app/adapters/db/meetings.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { namedSource } from '#app/domain/scoring/lot-draw.ts'

/** The lot as the room shows it. */
export type RoomLot = {
  readonly source: string
  readonly outcome: string | null
  /** The reader may record the draw now: some stand equal and no point has been opened. */
  readonly may: boolean
}

/** The public draw that the regulation names; null where it names none, and for whoever may not see the ranking. */
export async function lotOf(tx: Tx, meeting: Meeting, actor: Actor): Promise<RoomLot | null> {
  const { campaign, rankings } = meeting
  const source = namedSource(campaign.regulation.scoring)
  const access = meetingAccess(meeting, actor, null)
  if (source === null || !decide(actor, 'ranking.read', access).ok) return null
  const draw = await loadLotDraw(tx, campaign.id)
  const isTied = [...rankings.values()].flat().some(({ tiedWith }) => tiedWith.length > 0)
  const may =
    draw === null &&
    isTied &&
    decide(actor, 'lot.draw', access).ok &&
    !(await isAnyPointOpened(tx, campaign.id))
  return { source, outcome: draw?.outcome ?? null, may }
}
