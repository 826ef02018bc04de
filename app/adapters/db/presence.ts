import type { Phase } from '#app/domain/campaign/phase.ts'
import { GONE_AFTER_SECONDS, type PersonHere, type PresenceSide } from '#app/domain/nomination/presence.ts'
import type { Client } from './client.server.ts'

/** What the policy asks about a file before it says who is there. */
export type FileAround = {
  readonly campaignId: string
  readonly phase: Phase
  readonly administrationId: string
  readonly partnerIds: readonly string[]
}

export async function loadFileAround(client: Client, nominationId: string): Promise<FileAround | null> {
  const [row] = await client.$queryRaw<FileAround[]>`
    SELECT n.campaign_id AS "campaignId", c.phase, n.administration_id AS "administrationId",
      ARRAY(SELECT p.administration_id::text FROM nomination_partner p
        WHERE p.nomination_id = n.id AND p.administration_id IS NOT NULL) AS "partnerIds"
    FROM nomination n JOIN campaign c ON c.id = n.campaign_id WHERE n.id = ${nominationId}::uuid`
  return row ?? null
}

type Seen = {
  readonly nominationId: string
  readonly side: PresenceSide
  readonly personId: string
  readonly place: string
}

/** Says that somebody is there and hears who else of their side is, by the real clock: one statement. */
export const seeAndTell = (
  client: Client,
  { nominationId, side, personId, place }: Seen,
): Promise<PersonHere[]> =>
  client.$queryRaw<PersonHere[]>`
    WITH old AS (DELETE FROM presence WHERE nomination_id = ${nominationId}::uuid AND side = ${side}
        AND seen_at < clock_timestamp() - interval '1 hour' AND person_id <> ${personId}::uuid),
      mine AS (INSERT INTO presence (nomination_id, side, person_id, place, seen_at)
        VALUES (${nominationId}::uuid, ${side}, ${personId}::uuid, ${place}, clock_timestamp())
        ON CONFLICT (nomination_id, side, person_id)
          DO UPDATE SET place = excluded.place, seen_at = excluded.seen_at)
    SELECT h.person_id AS id, p.name, h.place FROM presence h JOIN person p ON p.id = h.person_id
    WHERE h.nomination_id = ${nominationId}::uuid AND h.side = ${side} AND h.person_id <> ${personId}::uuid
      AND h.seen_at > clock_timestamp() - make_interval(secs => ${GONE_AFTER_SECONDS}) AND p.disabled_at IS NULL
    ORDER BY p.name, h.person_id LIMIT 20`

export async function leave(
  client: Client,
  { nominationId, side, personId }: Omit<Seen, 'place'>,
): Promise<void> {
  await client.$executeRaw`DELETE FROM presence
    WHERE nomination_id = ${nominationId}::uuid AND side = ${side} AND person_id = ${personId}::uuid`
}
