import type { Hand } from '#app/domain/access/separation.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import type { Tx } from './client.server.ts'

export type TrailEntry = {
  readonly index: number
  readonly at: Instant
  readonly role: string
  readonly person: string | null
  readonly act: string
  readonly subject: string
  readonly subjectId: string
  readonly facts: Facts
  readonly leaf: string
  readonly text: string | null
}
type Row = Omit<TrailEntry, 'index' | 'at'> & { readonly tree_index: bigint; readonly at: Date }

/** Entries of one campaign, newest first, below `before`; of one act when it is named. */
export async function loadTrail(
  tx: Tx,
  of: { readonly campaignId: string; readonly act: string | null; readonly before: number | null },
  count: number,
): Promise<readonly TrailEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.tree_index, e.at, e.actor_role AS role, p.name AS person, e.act, e.subject_type AS subject,
      e.subject_id AS "subjectId", e.facts, e.leaf_hash AS leaf, e.text
    FROM audit_entry e LEFT JOIN person p ON p.id = e.actor_id
    WHERE e.campaign_id = ${of.campaignId}::uuid
      AND (${of.act}::text IS NULL OR e.act = ${of.act})
      AND (${of.before}::bigint IS NULL OR e.tree_index < ${of.before}::bigint)
    ORDER BY e.id DESC LIMIT ${count}`
  return rows.map(({ tree_index, at, ...row }) => ({ ...row, index: Number(tree_index), at: instantOf(at) }))
}

export async function loadTrailActs(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ act: string }[]>`
    SELECT DISTINCT act FROM audit_entry WHERE campaign_id = ${campaignId}::uuid ORDER BY act`
  return rows.map(({ act }) => act)
}

/** Everybody who held more than one hand in the campaign, also one that was taken back since. */
export async function loadDoubleHands(
  tx: Tx,
  campaignId: string,
): Promise<readonly { readonly person: string; readonly hands: readonly Hand[] }[]> {
  return tx.$queryRaw<{ person: string; hands: Hand[] }[]>`
    SELECT p.name AS person, array_agg(DISTINCT h.hand ORDER BY h.hand) AS hands FROM (
        SELECT person_id, role AS hand FROM role_grant WHERE campaign_id = ${campaignId}::uuid AND role <> 'administrator'
        UNION SELECT person_id, CASE role WHEN 'deputy' THEN 'chair' ELSE role END FROM seat
          WHERE campaign_id = ${campaignId}::uuid AND person_id IS NOT NULL AND state IN ('accepted', 'ended')) h
      JOIN person p ON p.id = h.person_id GROUP BY p.id, p.name HAVING count(DISTINCT h.hand) > 1 ORDER BY p.name`
}

export type SealedRow = {
  readonly nominationId: string
  readonly seatId: string
  readonly commitment: string
  /** Hash of the rubric that the sheet was sealed under. */
  readonly rubric: string
  /** It counted in the first of two rounds, and not in the result. */
  readonly isFirstRound: boolean
  readonly levels: Readonly<Record<string, number | null>>
}

/**
 * The newest sheet of every seat and nomination of a campaign, where it is sealed; of two rounds the newest of each, the
 * first one as it stood at the cut.
 */
export const loadSealedRows = (tx: Tx, campaignId: string): Promise<readonly SealedRow[]> =>
  tx.$queryRaw<SealedRow[]>`
    SELECT s.nomination_id AS "nominationId", s.seat_id AS "seatId", s.commitment, s.rubric_hash AS rubric,
      cut.at IS NOT NULL AND NOT s.second_round AS "isFirstRound",
      (SELECT coalesce(jsonb_object_agg(c.criterion, c.level), '{}') FROM score c WHERE c.sheet_id = s.id) AS levels
    FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      CROSS JOIN (SELECT min(recorded_at) AS at FROM shortlist WHERE campaign_id = ${campaignId}::uuid) cut
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND s.state = 'sealed' AND s.sequence = (
      SELECT max(o.sequence) FROM score_sheet o WHERE o.seat_id = s.seat_id AND o.nomination_id = s.nomination_id
        AND o.second_round = s.second_round AND (s.second_round OR cut.at IS NULL OR o.created_at <= cut.at))`

/** How many jurors could judge each nomination in the first of two rounds, from the tally of its close; none where there is one. */
export const loadFirstRoundEligible = (
  tx: Tx,
  campaignId: string,
): Promise<readonly { readonly nomination: string; readonly eligible: number }[]> =>
  tx.$queryRaw`
    SELECT line ->> 'nominationId' AS nomination, (line ->> 'eligible')::int AS eligible
    FROM tally t, jsonb_array_elements(t.document -> 'nominations') line
    WHERE t.campaign_id = ${campaignId}::uuid
      AND t.computed_at = (SELECT min(recorded_at) FROM shortlist WHERE campaign_id = ${campaignId}::uuid)
    ORDER BY 1`
