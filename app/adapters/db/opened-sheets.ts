import type { SeatRole } from '#app/domain/access/actor.ts'
import type { PolicyFacts } from '#app/domain/access/facts.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { ScoreSheet, SheetFacts, SheetState } from '#app/domain/scoring/sheet.ts'
import type { Tx } from './client.server.ts'
import { frozenRubric, frozenRules, type RulesRef } from './frozen-rules.ts'

export type OpeningFacts = Omit<SheetFacts, 'sheet' | 'rubricHash'> & {
  readonly campaignId: string
  readonly nominationId: string
  readonly access: PolicyFacts
  readonly regulationVersionId: string
  /** The newest sheet of this juror for this nomination, whatever its state. */
  readonly current: { readonly id: string; readonly state: SheetState; readonly sequence: number } | null
}
type Row = {
  campaign_id: string
  phase: Phase
  seat_id: string
  role: SeatRole
  charter: boolean
  category: string
  in_force: RulesRef
  assigned: boolean
  declared: boolean
  current: OpeningFacts['current']
}

/** What opening a sheet needs, under the jury's role: a hidden or foreign nomination is null. Locks the seat. */
export async function loadOpeningFacts(
  tx: Tx,
  personId: string,
  nominationId: string,
): Promise<OpeningFacts | null> {
  // Two tabs wait for one another here; what follows is read after the wait, not before it.
  await tx.$queryRaw`
    SELECT 1 FROM seat t JOIN campaign c ON c.id = t.campaign_id JOIN nomination n ON n.campaign_id = c.id
    WHERE n.id = ${nominationId}::uuid AND t.person_id = ${personId}::uuid AND t.state = 'accepted'
    FOR UPDATE OF t FOR SHARE OF c`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT n.campaign_id, c.phase, t.id AS seat_id, t.role, t.charter_signed_at IS NOT NULL AS charter,
      k.code AS category, r.rules AS in_force,
      EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = t.id AND a.nomination_id = n.id AND a.removed_at IS NULL) AS assigned,
      EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = t.id AND i.nomination_id = n.id) AS declared,
      (SELECT jsonb_build_object('id', s.id, 'state', s.state, 'sequence', s.sequence) FROM score_sheet s
        WHERE s.seat_id = t.id AND s.nomination_id = n.id ORDER BY s.sequence DESC LIMIT 1) AS current
    FROM nomination n
      JOIN campaign c ON c.id = n.campaign_id
      JOIN category k ON k.id = n.category_id
      JOIN seat t ON t.campaign_id = c.id AND t.person_id = ${personId}::uuid AND t.state = 'accepted'
      CROSS JOIN LATERAL (SELECT jsonb_build_object('id', v.id, 'hash', v.hash) AS rules FROM regulation_version v
        WHERE v.campaign_id = c.id AND v.state = 'frozen' ORDER BY v.number DESC LIMIT 1) r
    WHERE n.id = ${nominationId}::uuid`
  if (!row) return null
  const { calendar } = await frozenRules(tx, row.in_force)
  const base = { phase: row.phase, assigned: row.assigned, declared: row.declared, recused: false }
  return {
    ...base,
    campaignId: row.campaign_id,
    nominationId,
    evaluation: { from: calendar.evaluationOpens, until: calendar.evaluationCloses },
    rubric: await frozenRubric(tx, row.in_force, row.category),
    seat: { id: row.seat_id, personId, role: row.role },
    regulationVersionId: row.in_force.id,
    current: row.current,
    access: { ...base, campaignId: row.campaign_id, ownerId: personId, charterSigned: row.charter },
  }
}

/** A new row: the first draft, the round that follows a reopening (with the same scores), or a void mark. */
export async function insertSheet(
  tx: Tx,
  sheet: ScoreSheet,
  facts: {
    readonly sequence: number
    readonly at: Instant
    readonly personId: string
    readonly regulationVersionId: string
    readonly rubricHash: string
    readonly reopenedBy: string | null
    readonly confidence: string | null
  },
): Promise<void> {
  const at = toDate(facts.at)
  await tx.$executeRaw`
    INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
      rubric_hash, confidence, remark, private_note, reopen_reason, reopened_by, created_at, updated_at, sheet_number, second_round)
    VALUES (${sheet.id}::uuid, ${sheet.seatId}::uuid, ${facts.personId}::uuid, ${sheet.nominationId}::uuid,
      ${facts.sequence}, ${sheet.state}, ${sheet.version}, ${facts.regulationVersionId}::uuid, ${facts.rubricHash},
      ${facts.confidence}, ${sheet.remark}, ${sheet.privateNotes},
      ${facts.reopenedBy === null ? null : sheet.reason}, ${facts.reopenedBy}::uuid, ${at}, ${at}, ${sheet.sheetNumber},
      ${sheet.isSecondRound})`
  if (sheet.entries.length === 0) return
  await tx.$executeRaw`
    INSERT INTO score (sheet_id, criterion, level, cannot_assess, comment, pins)
    SELECT ${sheet.id}::uuid, e.criterion, e.level, e."cannotAssess", e.comment, coalesce(e.pins, '[]')
    FROM jsonb_to_recordset(${JSON.stringify(sheet.entries)}::jsonb)
      AS e (criterion text, level int, "cannotAssess" boolean, comment text, pins jsonb)`
}

/** A sealed row never changes: the void mark is a new row that follows it and carries no score. */
export async function insertVoidMark(
  tx: Tx,
  mark: { readonly id: string; readonly sheet: ScoreSheet; readonly at: Instant },
): Promise<void> {
  const at = toDate(mark.at)
  await tx.$executeRaw`
    INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
      rubric_hash, created_at, updated_at, second_round)
    SELECT ${mark.id}::uuid, s.seat_id, s.person_id, s.nomination_id, s.sequence + 1, 'voided', ${mark.sheet.version},
      s.regulation_version_id, s.rubric_hash, ${at}, ${at}, s.second_round
    FROM score_sheet s WHERE s.id = ${mark.sheet.id}::uuid`
}
