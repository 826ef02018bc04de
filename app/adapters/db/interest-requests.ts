import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** A member of a jury, and how many files wait for the declaration without which they stay closed. */
export type ToDeclare = {
  readonly personId: string
  readonly campaignId: string
  readonly count: number
  /** When evaluation opens; when it closes, for whoever declares later than that. */
  readonly dueAt: Instant
}

/**
 * Members who signed the charter and have files to declare about, in campaigns where it is known which files those are:
 * no screening decision is open, or evaluation runs. Each once per due instant; files they are recused from do not wait.
 */
export async function membersToDeclare(tx: Tx): Promise<readonly ToDeclare[]> {
  const rows = await tx.$queryRaw<{ personId: string; campaignId: string; count: number; due: bigint }[]>`
    SELECT s.person_id AS "personId", c.id AS "campaignId", count(*)::int AS count, d.due
      FROM campaign c
      CROSS JOIN LATERAL (SELECT r.document->'calendar' AS calendar FROM regulation_version r
        WHERE r.campaign_id = c.id AND r.state = 'frozen' ORDER BY r.number DESC LIMIT 1) r
      CROSS JOIN LATERAL (SELECT (extract(epoch FROM award_now()) * 1000)::bigint AS at) clock
      CROSS JOIN LATERAL (SELECT min(e.due) AS due FROM (VALUES ((r.calendar->>'evaluationOpens')::bigint),
        ((r.calendar->>'evaluationCloses')::bigint)) AS e (due) WHERE e.due > clock.at) d
      JOIN seat s ON s.campaign_id = c.id AND s.state = 'accepted' AND s.charter_signed_at IS NOT NULL
      JOIN nomination n ON n.campaign_id = c.id AND n.state = 'admissible'
     WHERE NOT c.archived AND d.due IS NOT NULL AND s.person_id IS NOT NULL
       AND (c.phase = 'evaluation' OR (c.phase = 'screening' AND NOT EXISTS (SELECT 1 FROM nomination o
         WHERE o.campaign_id = c.id AND o.state IN ('submitted', 'completion_requested'))))
       AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = s.id AND i.nomination_id = n.id)
       AND NOT EXISTS (SELECT 1 FROM recusal x WHERE x.seat_id = s.id AND x.nomination_id = n.id AND x.lifted_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = s.person_id AND t.name = 'interests-requested'
         AND t.campaign_id = c.id AND (t.facts->>'dueAt')::bigint = d.due)
     GROUP BY s.person_id, c.id, d.due ORDER BY c.id, s.person_id`
  return rows.map(({ due, ...row }) => ({ ...row, dueAt: Number(due) as Instant }))
}
