import type { MovedTerm, RunningTerm } from '#app/domain/campaign/revise-holidays.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

type Row = Omit<RunningTerm, 'from' | 'dueAt'> & { readonly since: Date; readonly due: Date }

/**
 * Everything of a campaign that waits for an answer within working days, locked, with the team of its file: nothing of a
 * file that left the campaign.
 */
export async function lockRunningTerms(tx: Tx, campaignId: string): Promise<readonly RunningTerm[]> {
  await tx.$queryRaw`
    SELECT q.id FROM completion_request q JOIN nomination n ON n.id = q.nomination_id
     WHERE n.campaign_id = ${campaignId}::uuid AND q.answered_at IS NULL AND q.lapsed_at IS NULL FOR UPDATE OF q`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.kind, t.id, n.id AS "nominationId", n.reference, coalesce(n.title->>'ar', n.title->>'fr', n.reference) AS title,
      t.since, t.due,
      coalesce((SELECT array_agg(DISTINCT m.person_id::text) FROM mandate m WHERE m.administration_id = n.administration_id
        AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())), '{}') AS people
    FROM nomination n JOIN (
      SELECT 'completion' AS kind, id, nomination_id, requested_at AS since, due_at AS due FROM completion_request
        WHERE answered_at IS NULL AND lapsed_at IS NULL
      UNION ALL SELECT 'category', id, nomination_id, proposed_at, due_at FROM category_proposal WHERE state = 'open'
      UNION ALL SELECT 'appeal', p.id, p.nomination_id, p.filed_at, p.due_at FROM appeal p
        WHERE NOT EXISTS (SELECT 1 FROM appeal_answer w WHERE w.appeal_id = p.id AND w.state = 'validated')
    ) t ON t.nomination_id = n.id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state NOT IN ('withdrawn', 'disqualified')
    ORDER BY n.reference, t.kind, t.id`
  return rows.map(({ since, due, ...row }) => ({ ...row, from: instantOf(since), dueAt: instantOf(due) }))
}

/** Each in its own table: an answer given meanwhile keeps the day it was given under. */
export async function storeMovedTerm(tx: Tx, { term, dueAt }: MovedTerm): Promise<void> {
  const [id, at] = [term.id, toDate(dueAt)]
  if (term.kind === 'completion')
    await tx.$executeRaw`
      UPDATE completion_request SET due_at = ${at} WHERE id = ${id}::uuid AND answered_at IS NULL AND lapsed_at IS NULL`
  else if (term.kind === 'category')
    await tx.$executeRaw`UPDATE category_proposal SET due_at = ${at} WHERE id = ${id}::uuid AND state = 'open'`
  else await tx.$executeRaw`UPDATE appeal SET due_at = ${at} WHERE id = ${id}::uuid`
}
