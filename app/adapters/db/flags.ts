import type { Flag, OpenFlag } from '#app/domain/deliberation/flag.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'
import type { Flag as Row } from './generated/client.ts'

const flagOf = ({ ground, state, raisedAt, endedAt, ...row }: Row): Flag => ({
  ...row,
  ground: ground as Flag['ground'],
  state: state as Flag['state'],
  raisedAt: instantOf(raisedAt),
  endedAt: endedAt === null ? null : instantOf(endedAt),
})

/** Every flag ever raised against a nomination, in the order they were. */
export async function loadFlags(client: Client | Tx, nominationId: string): Promise<readonly Flag[]> {
  const rows = await client.flag.findMany({
    where: { nominationId },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(flagOf)
}

export async function insertFlag(tx: Tx, made: Flag): Promise<void> {
  const { raisedAt, endedAt, ...row } = made
  await tx.flag.create({
    data: { ...row, raisedAt: toDate(raisedAt), endedAt: endedAt === null ? null : toDate(endedAt) },
    select: { id: true },
  })
}

/** False when the flag was ended meanwhile; the statement itself says so. */
export async function endFlag(tx: Tx, { id, state, endedAt, motionId }: Flag): Promise<boolean> {
  const { count } = await tx.flag.updateMany({
    where: { id, state: 'open' },
    data: { state, motionId, endedAt: endedAt === null ? null : toDate(endedAt) },
  })
  return count === 1
}

type OpenRow = Omit<OpenFlag, 'raisedAt'> & { raisedAt: Date }
/** What suspends nominations of the campaign that still compete, in the order it was raised. */
export async function loadOpenFlags(client: Client | Tx, campaignId: string): Promise<readonly OpenFlag[]> {
  const rows = await client.$queryRaw<OpenRow[]>`
    SELECT f.id, f.nomination_id AS "nominationId", f.seat_id AS "seatId", f.ground, f.text, f.raised_at AS "raisedAt",
      k.code AS category
    FROM flag f JOIN nomination n ON n.id = f.nomination_id JOIN category k ON k.id = n.category_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND f.state = 'open' ORDER BY f.raised_at, f.id`
  return rows.map((row) => ({ ...row, raisedAt: instantOf(row.raisedAt) }))
}

/** What keeps a result from being final: disqualifications without their second hand, nominations that a flag suspends. */
export async function countUnsettled(
  client: Client | Tx,
  campaignId: string,
): Promise<{ readonly openDisqualifications: number; readonly openFlags: number }> {
  const [row] = await client.$queryRaw<{ openDisqualifications: number; openFlags: number }[]>`
    SELECT (SELECT count(*)::int FROM disqualification d JOIN nomination n ON n.id = d.nomination_id
        WHERE n.campaign_id = ${campaignId}::uuid AND d.state = 'proposed') AS "openDisqualifications",
      (SELECT count(DISTINCT n.id)::int FROM flag f JOIN nomination n ON n.id = f.nomination_id
        WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND f.state = 'open') AS "openFlags"`
  return row ?? { openDisqualifications: 0, openFlags: 0 }
}
