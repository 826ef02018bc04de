import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Vote } from '#app/domain/deliberation/ballot.ts'
import type { Tx } from './client.server.ts'
import { kindFrom } from './motions.ts'

/** A vote, and the seat of whoever casts in it. */
export type CastingFacts = Omit<Vote, 'id'> & {
  readonly phase: Phase
  readonly seatId: string
  readonly charterSigned: boolean
  readonly recused: boolean
  readonly present: boolean
}
type CastingRow = Omit<CastingFacts, 'kind'> & { kind: string }

/** What a vote from one's own seat needs, under the jury's role. The vote cannot close while this act runs. */
export async function loadCastingFacts(
  tx: Tx,
  motionId: string,
  personId: string,
): Promise<CastingFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM motion WHERE id = ${motionId}::uuid FOR SHARE`
  const [row] = await tx.$queryRaw<CastingRow[]>`
    SELECT c.id AS "campaignId", c.phase, s.id AS "sessionId", i.id AS "itemId", p.code AS slot, m.kind, m.secret, m.state,
      m.question -> 'candidates' AS candidates, t.id AS "seatId", t.charter_signed_at IS NOT NULL AS "charterSigned",
      item_recused(i.id, t.id) OR EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = t.id AND r.lifted_at IS NULL
        AND m.question -> 'candidates' ? r.nomination_id::text) AS recused,
      EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.seat_id = t.id AND a.left_at IS NULL) AS present
    FROM motion m JOIN deliberation_item i ON i.id = m.item_id JOIN deliberation_session s ON s.id = i.session_id
      JOIN prize_slot p ON p.id = i.slot_id JOIN campaign c ON c.id = s.campaign_id
      JOIN seat t ON t.campaign_id = c.id AND t.person_id = ${personId}::uuid AND t.state = 'accepted'
    WHERE m.id = ${motionId}::uuid`
  return row ? { ...row, kind: kindFrom(row.kind) } : null
}
