import type { JudgedSheet } from '#app/domain/document/feedback.ts'
import type { Tx } from './client.server.ts'

/** The sheets that count, by nomination: the newest of each seat if it is sealed and its seat not recused. No juror is read. */
export async function loadJudgedSheets(
  tx: Tx,
  campaignId: string,
): Promise<ReadonlyMap<string, readonly JudgedSheet[]>> {
  const rows = await tx.$queryRaw<(JudgedSheet & { nomination: string })[]>`
    SELECT w.nomination_id AS nomination, coalesce(w.remark, '') AS remark,
      coalesce((SELECT jsonb_object_agg(e.criterion, e.level) FROM score e WHERE e.sheet_id = w.id), '{}') AS levels
    FROM (SELECT DISTINCT ON (s.seat_id, s.nomination_id) s.id, s.seat_id, s.nomination_id, s.state, s.remark
      FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible'
      ORDER BY s.seat_id, s.nomination_id, s.sequence DESC) w
    WHERE w.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = w.seat_id
      AND r.nomination_id = w.nomination_id AND r.lifted_at IS NULL)`
  return Map.groupBy(rows, ({ nomination }) => nomination)
}
