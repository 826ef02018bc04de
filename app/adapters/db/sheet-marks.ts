import type { SheetMark } from '#app/domain/advice/rows.ts'
import type { Tx } from './client.server.ts'

/**
 * Where each sheet of a category stands in the order in which its juror opened his files (the instant of the first draft,
 * in any category, of that round), how long its first sealing took, and whether he has a link: his newest declaration names an interest, or he was recused.
 * Who is linked to what never leaves the worker.
 */
export const readSheetMarks = (tx: Tx, categoryId: string): Promise<readonly SheetMark[]> =>
  tx.$queryRaw<SheetMark[]>`
    WITH opened AS (
      SELECT s.seat_id, s.nomination_id, s.second_round, min(s.created_at) AS at,
        -- A sheet reopened later was completed the first time; one opened and sealed at the same instant has no time of its own.
        nullif(extract(epoch FROM min(s.sealed_at) - min(s.created_at)), 0)::float8 AS seconds
      FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      WHERE n.campaign_id = (SELECT campaign_id FROM category WHERE id = ${categoryId}::uuid)
      GROUP BY s.seat_id, s.nomination_id, s.second_round),
    placed AS (SELECT o.*, rank() OVER (PARTITION BY o.seat_id, o.second_round ORDER BY o.at)::int AS place FROM opened o)
    SELECT p.nomination_id AS "nominationId", p.seat_id AS "seatId", p.place, p.seconds,
      EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = p.seat_id AND r.nomination_id = p.nomination_id)
        OR coalesce((SELECT i.kind <> 'none' FROM interest i WHERE i.seat_id = p.seat_id
          AND i.nomination_id = p.nomination_id ORDER BY i.declared_at DESC, i.id DESC LIMIT 1), false) AS linked
    FROM placed p JOIN nomination n ON n.id = p.nomination_id
    WHERE n.category_id = ${categoryId}::uuid
      AND p.second_round = EXISTS (SELECT 1 FROM shortlist l WHERE l.nomination_id = p.nomination_id)`
