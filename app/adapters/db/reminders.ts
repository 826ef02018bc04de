import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'

/** One worker at a time: two would each find nobody reminded yet. */
export const lockReminders = async (tx: Tx): Promise<void> =>
  void (await tx.$executeRaw`SELECT pg_advisory_xact_lock(20051, 2)`)

export type DueCampaign = {
  readonly id: string
  readonly phase: 'nominations' | 'evaluation' | 'presentations'
  readonly dueAt: Instant
}

/** Campaigns in which somebody works against a closing: of nominations, of evaluation, or of a second round. */
export async function campaignsInProgress(tx: Tx): Promise<readonly DueCampaign[]> {
  const rows = await tx.$queryRaw<{ id: string; phase: DueCampaign['phase']; due: bigint | null }[]>`
    SELECT c.id, c.phase, CASE c.phase WHEN 'nominations' THEN (extract(epoch FROM c.closes_at) * 1000)::bigint
        ELSE (SELECT (r.document->'calendar'->>CASE c.phase WHEN 'evaluation' THEN 'evaluationCloses' ELSE 'deliberation' END)::bigint FROM regulation_version r
               WHERE r.campaign_id = c.id AND r.state = 'frozen' ORDER BY r.number DESC LIMIT 1) END AS due
      FROM campaign c WHERE NOT c.archived AND (c.phase IN ('nominations', 'evaluation')
        OR (c.phase = 'presentations' AND EXISTS (SELECT 1 FROM shortlist l WHERE l.campaign_id = c.id)))`
  return rows.flatMap(({ id, phase, due }) =>
    due === null ? [] : [{ id, phase, dueAt: Number(due) as Instant }],
  )
}

export type ToRecall = {
  readonly personId: string
  readonly nominationId: string
  readonly reference: string
  readonly dueAt: Instant
}
type Row = { person_id: string; nomination_id: string; reference: string; due: Date }
const recall = (row: Row): ToRecall => ({
  personId: row.person_id,
  nominationId: row.nomination_id,
  reference: row.reference,
  dueAt: instantOf(row.due),
})

/** Everyone with a live mandate for a nomination that is not deposited, and not yet reminded at this stage of this closing. */
export async function undepositedTeams(
  tx: Tx,
  { id, dueAt }: DueCampaign,
  stage: number,
): Promise<readonly ToRecall[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT m.person_id, n.id AS nomination_id, n.reference, c.closes_at AS due
      FROM nomination n JOIN campaign c ON c.id = n.campaign_id
      JOIN mandate m ON m.administration_id = n.administration_id AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())
     WHERE n.campaign_id = ${id}::uuid AND n.state IN ('draft', 'awaiting_visa')
       AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = m.person_id AND t.name = 'deadline-reminder'
         AND t.facts->>'nominationId' = n.id::text AND (t.facts->>'stage')::int = ${stage}
         AND (t.facts->>'closesAt')::bigint = ${dueAt}::bigint)
     ORDER BY n.reference, m.person_id`
  return rows.map(recall)
}

/** Teams of drafts in which nothing was written since `before`, once per silence. */
export async function idleTeams(tx: Tx, { id }: DueCampaign, before: Instant): Promise<readonly ToRecall[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT m.person_id, n.id AS nomination_id, n.reference, c.closes_at AS due
      FROM nomination n JOIN campaign c ON c.id = n.campaign_id
      CROSS JOIN LATERAL (SELECT greatest(n.created_at,
        (SELECT max(a.updated_at) FROM answer a WHERE a.nomination_id = n.id)) AS at) last
      JOIN mandate m ON m.administration_id = n.administration_id AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())
     WHERE n.campaign_id = ${id}::uuid AND n.state = 'draft' AND last.at <= ${toDate(before)}
       AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = m.person_id AND t.name = 'draft-reminder'
         AND t.facts->>'nominationId' = n.id::text AND t.created_at > last.at)
     ORDER BY n.reference, m.person_id`
  return rows.map(recall)
}

/** Somebody of a file that awaits its completion. */
export type ToComplete = ToRecall & { readonly campaignId: string }

/** Open completion requests whose end is near, with the team of each: a file that left the campaign owes nothing more. */
export async function completionTeams(tx: Tx, until: Instant): Promise<readonly ToComplete[]> {
  const rows = await tx.$queryRaw<(Row & { campaign_id: string })[]>`
    SELECT DISTINCT m.person_id, n.id AS nomination_id, n.reference, n.campaign_id, q.due_at AS due
      FROM completion_request q JOIN nomination n ON n.id = q.nomination_id
      JOIN mandate m ON m.administration_id = n.administration_id AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now())
     WHERE n.state = 'completion_requested' AND q.answered_at IS NULL AND q.lapsed_at IS NULL
       AND q.due_at > award_now() AND q.due_at <= ${toDate(until)}
     ORDER BY n.reference, m.person_id`
  return rows.map((row) => ({ ...recall(row), campaignId: row.campaign_id }))
}

/** Whether this person was reminded of this completion at this stage of this due instant. */
export async function wasRecalled(tx: Tx, one: ToRecall, stage: number): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = ${one.personId}::uuid AND t.name = 'completion-due'
      AND t.facts->>'nominationId' = ${one.nominationId} AND (t.facts->>'stage')::int = ${stage}
      AND (t.facts->>'dueAt')::bigint = ${one.dueAt}::bigint) AS found`
  return found?.found === true
}

/** Somebody who may give an answer that is due, with the facts of the reminder but for its stage. */
export type AnswerDue = {
  readonly name: 'complaint-due' | 'appeal-due' | 'answer-hand-missing'
  readonly personId: string
  readonly campaignId: string
  readonly facts: { readonly number: string; readonly dueAt: Instant } & Readonly<
    Record<string, string | Instant>
  >
}
type AnswerRow = { person_id: string; campaign_id: string; number: string; due: Date }

/** Open complaints whose answer is due within the time, with everybody who may give it. */
export async function complaintsDue(tx: Tx, until: Instant): Promise<readonly AnswerDue[]> {
  const rows = await tx.$queryRaw<(AnswerRow & { id: string })[]>`
    SELECT d.person_id, c.id, c.number, c.campaign_id, c.due_at AS due
      FROM complaint c CROSS JOIN LATERAL complaint_desk(c.id) AS d (person_id)
     WHERE c.state <> 'answered' AND c.due_at > award_now() AND c.due_at <= ${toDate(until)}
     ORDER BY c.number, d.person_id`
  return rows.map(({ person_id: personId, campaign_id: campaignId, id: complaintId, number, due }) => ({
    ...{ name: 'complaint-due', personId, campaignId },
    facts: { number, dueAt: instantOf(due), complaintId },
  }))
}

/**
 * Appeals without a settled answer that is due within the time, with everybody who may propose or settle it: none of the
 * decision, none of the administration, and not whoever has proposed and waits for a second hand.
 */
export async function appealsDue(tx: Tx, until: Instant): Promise<readonly AnswerDue[]> {
  const rows = await tx.$queryRaw<(AnswerRow & { nomination_id: string; reference: string })[]>`
    SELECT d.person_id, n.id AS nomination_id, n.reference, p.number, n.campaign_id, p.due_at AS due
      FROM appeal p JOIN nomination n ON n.id = p.nomination_id CROSS JOIN LATERAL appeal_desk(p.id) AS d (person_id)
     WHERE n.state = 'inadmissible' AND p.due_at > award_now() AND p.due_at <= ${toDate(until)}
       AND NOT EXISTS (SELECT 1 FROM appeal_answer r WHERE r.appeal_id = p.id
         AND (r.state = 'validated' OR (r.state = 'proposed' AND r.proposed_by = d.person_id)))
     ORDER BY p.number, d.person_id`
  return rows.map((row) => ({
    ...{ name: 'appeal-due', personId: row.person_id, campaignId: row.campaign_id },
    facts: {
      ...{ number: row.number, dueAt: instantOf(row.due) },
      ...{ reference: row.reference, nominationId: row.nomination_id },
    },
  }))
}

/** Whether this person was reminded of this answer at this stage of this due instant. */
export async function wasToldOfAnswer(
  tx: Tx,
  { name, personId, facts }: AnswerDue,
  stage: number,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = ${personId}::uuid AND t.name = ${name}
      AND t.facts @> ${JSON.stringify({ ...facts, stage })}::jsonb) AS found`
  return found?.found === true
}

export type Unsealed = { readonly personId: string; readonly count: number }

/** Jurors with assigned sheets that are neither sealed nor abstained from, and not yet reminded at this stage. */
export async function unsealedReaders(
  tx: Tx,
  { id, dueAt }: DueCampaign,
  stage: number,
): Promise<readonly Unsealed[]> {
  return tx.$queryRaw<Unsealed[]>`
    SELECT s.person_id AS "personId", count(*)::int AS count
      FROM assignment a JOIN seat s ON s.id = a.seat_id JOIN nomination n ON n.id = a.nomination_id
     WHERE s.campaign_id = ${id}::uuid AND s.state = 'accepted' AND s.person_id IS NOT NULL
       AND a.removed_at IS NULL AND n.state = 'admissible'
       AND NOT EXISTS (SELECT 1 FROM plenary_referral p WHERE p.nomination_id = n.id AND p.taken_back_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = s.id AND r.nomination_id = n.id AND r.lifted_at IS NULL)
       AND coalesce((SELECT h.state FROM score_sheet h WHERE h.seat_id = s.id AND h.nomination_id = n.id
                      ORDER BY h.sequence DESC LIMIT 1), 'draft') NOT IN ('sealed', 'abstained')
       AND NOT EXISTS (SELECT 1 FROM notice t WHERE t.person_id = s.person_id AND t.name = 'sheet-due'
         AND t.campaign_id = s.campaign_id AND (t.facts->>'stage')::int = ${stage}
         AND (t.facts->>'dueAt')::bigint = ${dueAt}::bigint)
     GROUP BY s.person_id ORDER BY s.person_id`
}

/** The accepted seats of a campaign, as people. */
export async function seatedPeople(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    SELECT DISTINCT person_id FROM seat WHERE campaign_id = ${campaignId}::uuid AND state = 'accepted'
       AND person_id IS NOT NULL ORDER BY person_id`
  return rows.map((row) => row.person_id)
}
