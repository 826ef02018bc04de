import type { FlagFacts } from '#app/domain/deliberation/flag.ts'
import type { Nomination } from '#app/domain/nomination/nomination.ts'
import type { Client, Tx } from './client.server.ts'
import { loadJuryHold } from './disqualifications.ts'
import { loadFlags } from './flags.ts'
import { seatersOf } from './grants.ts'
import { loadPresiding } from './presiding.ts'
import { unconflicted } from './own-files.ts'

/** Whether every prize of the category of a nomination has its decision. */
async function isCategoryDecided(client: Client | Tx, nominationId: string): Promise<boolean> {
  const [row] = await client.$queryRaw<{ decided: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM prize_slot p WHERE p.category_id = n.category_id)
      AND NOT EXISTS (SELECT 1 FROM prize_slot p WHERE p.category_id = n.category_id
        AND NOT EXISTS (SELECT 1 FROM award_decision d WHERE d.slot_id = p.id)) AS decided
    FROM nomination n WHERE n.id = ${nominationId}::uuid`
  return row?.decided === true
}

/** A juror before a file, as far as the right to raise a flag asks; null where the person has no seat in its campaign. */
export type FlagReader = {
  readonly seatId: string
  readonly charterSigned: boolean
  readonly assigned: boolean
  readonly declared: boolean
  readonly recused: boolean
}
export async function loadFlagReader(
  client: Client | Tx,
  personId: string,
  nominationId: string,
): Promise<FlagReader | null> {
  const [row] = await client.$queryRaw<FlagReader[]>`
    SELECT t.id AS "seatId", t.charter_signed_at IS NOT NULL AS "charterSigned",
      EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = t.id AND a.nomination_id = n.id AND a.removed_at IS NULL) AS assigned,
      EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = t.id AND i.nomination_id = n.id) AS declared,
      EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = t.id AND r.nomination_id = n.id AND r.lifted_at IS NULL) AS recused
    FROM nomination n JOIN seat t ON t.campaign_id = n.campaign_id AND t.state = 'accepted' AND t.person_id = ${personId}::uuid
    WHERE n.id = ${nominationId}::uuid`
  return row ?? null
}

/** Who presides over the file: the chair, or the deputy where the chair may not; nobody where the seat is vacant. */
async function presidingOver(tx: Tx, nominationId: string): Promise<readonly string[]> {
  const role = await loadPresiding(tx, nominationId)
  const seats = await tx.seat.findMany({
    where: { role, state: 'accepted', campaign: { nominations: { some: { id: nominationId } } } },
    select: { personId: true },
  })
  return seats.flatMap(({ personId }) => personId ?? [])
}

/** What raising or withdrawing a flag is decided on, for the act and for its page alike. */
export async function loadFlagFacts(
  tx: Tx,
  { id, campaignId, reference }: Pick<Nomination, 'id' | 'campaignId' | 'reference'>,
  seatId: string,
): Promise<FlagFacts> {
  return {
    ...{ campaignId, nominationId: id, seatId, reference },
    flags: await loadFlags(tx, id),
    ...(await loadJuryHold(tx, id)),
    isCategoryDecided: await isCategoryDecided(tx, id),
    people: [
      ...(await presidingOver(tx, id)),
      ...(await unconflicted(tx, await seatersOf(tx, campaignId), id)),
    ],
  }
}
