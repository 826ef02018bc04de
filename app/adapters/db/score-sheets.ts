import type { PolicyFacts } from '#app/domain/access/facts.ts'
import type { SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Calendar, Rubric } from '#app/domain/campaign/regulation.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Pin } from '#app/domain/nomination/pin.ts'
import type { ScoreSheet, SheetEntry, SheetFacts } from '#app/domain/scoring/sheet.ts'
import { type RoundPercents, roundPercents } from '#app/domain/scoring/two-rounds.ts'
import type { Tx } from './client.server.ts'
import { frozenRubric, frozenRules, type RulesRef } from './frozen-rules.ts'
import { Prisma } from './generated/client.ts'
import { entryOf, sheetOf, type SheetRow } from './sheet-row.ts'

/** Sheet, rules and rights of one score sheet, read in one statement while its row and its campaign's are locked. */
export type ScoringFacts = SheetFacts & {
  readonly access: PolicyFacts
  readonly reference: string
  readonly confidence: string | null
  readonly regulationVersionId: string
}

/** A row of `scoringFactsSql`. */
export type FactsRow = SheetRow & {
  person_id: string
  rubric_hash: string
  confidence: string | null
  regulation_version_id: string
  reference: string
  phase: Phase
  role: SeatRole
  charter: boolean
  category: string
  regulation_hash: string
  in_force: RulesRef | null
  assigned: boolean
  interest: { readonly kind: string; readonly at: string } | null
  recused: boolean
}

/** The newest declaration of the juror for this nomination stands beside what the decision needs. */
export type LoadedFacts = ScoringFacts & {
  readonly declaration: { readonly kind: string; readonly at: number } | null
  /** What both rounds weigh in the final score; null where the second starts afresh, or where there is one. */
  readonly roundPercents: RoundPercents | null
}

/** An act holds the sheet, and its campaign against a change of phase. */
const HELD = Prisma.sql`FOR UPDATE OF s FOR SHARE OF c`
/** A page holds nothing, and sees no more rows than an act would: the lock answers to this rule as well. */
const SEEN = Prisma.sql`AND jury_may_score(s.seat_id, s.nomination_id)`

/**
 * All that the decision about one sheet needs, for an act under a lock, for a page without. Under the jury's role
 * another person's sheet, or one hidden by a recusal, is null.
 */
export async function loadScoringFacts(
  tx: Tx,
  sheetId: string,
  purpose: 'act' | 'page' = 'act',
): Promise<LoadedFacts | null> {
  const [row] = await tx.$queryRaw<FactsRow[]>(scoringFactsSql(sheetId, purpose))
  return scoringFactsOf(tx, row)
}

/** The statement of `loadScoringFacts`, for a page that asks what stands beside the sheet with it. */
export const scoringFactsSql = (sheetId: string, purpose: 'act' | 'page'): Prisma.Sql => Prisma.sql`
  SELECT s.id, n.campaign_id, s.nomination_id, s.seat_id, s.state, s.version, s.sequence, s.second_round, s.sheet_number,
    s.private_note, s.remark, s.abstain_reason, s.reopen_reason, s.sealed_at, s.commitment, s.person_id,
    s.rubric_hash, s.confidence, s.regulation_version_id, n.reference, c.phase, t.role,
    t.charter_signed_at IS NOT NULL AS charter,
    k.code AS category, w.hash AS regulation_hash,
    (SELECT jsonb_build_object('id', v.id, 'hash', v.hash) FROM regulation_version v
      WHERE v.campaign_id = c.id AND v.state = 'frozen' ORDER BY v.number DESC LIMIT 1) AS in_force,
    EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = s.seat_id AND a.nomination_id = s.nomination_id
      AND a.removed_at IS NULL) AS assigned,
    (SELECT jsonb_build_object('kind', i.kind, 'at', i.declared_at) FROM interest i WHERE i.seat_id = s.seat_id
      AND i.nomination_id = s.nomination_id ORDER BY i.declared_at DESC LIMIT 1) AS interest,
    EXISTS (SELECT 1 FROM recusal x WHERE x.seat_id = s.seat_id AND x.nomination_id = s.nomination_id
      AND x.lifted_at IS NULL) AS recused,
    coalesce((SELECT jsonb_agg(jsonb_build_object('criterion', e.criterion, 'level', e.level,
      'cannotAssess', e.cannot_assess, 'comment', coalesce(e.comment, ''), 'pins', e.pins) ORDER BY e.criterion)
      FROM score e WHERE e.sheet_id = s.id), '[]') AS entries
  FROM score_sheet s
    JOIN seat t ON t.id = s.seat_id
    JOIN nomination n ON n.id = s.nomination_id
    JOIN campaign c ON c.id = n.campaign_id
    JOIN category k ON k.id = n.category_id
    JOIN regulation_version w ON w.id = s.regulation_version_id
  WHERE s.id = ${sheetId}::uuid ${purpose === 'act' ? HELD : SEEN}`

/** What the row says, with the rules it names; null where there is no row. */
export async function scoringFactsOf(tx: Tx, row: FactsRow | undefined): Promise<LoadedFacts | null> {
  if (!row?.in_force) return null
  const scoredBy = { id: row.regulation_version_id, hash: row.regulation_hash }
  const rules = await frozenRules(tx, row.in_force)
  const facts = factsOf(row, await frozenRubric(tx, scoredBy, row.category), rules.calendar)
  return { ...facts, roundPercents: roundPercents(rules) }
}

function factsOf(row: FactsRow, rubric: Rubric, calendar: Calendar): Omit<LoadedFacts, 'roundPercents'> {
  return {
    declaration: row.interest && { kind: row.interest.kind, at: Date.parse(row.interest.at) },
    phase: row.phase,
    // A second round lies between the close of the evaluation and the meeting.
    evaluation: row.second_round
      ? { from: calendar.evaluationCloses, until: calendar.deliberation }
      : { from: calendar.evaluationOpens, until: calendar.evaluationCloses },
    rubric,
    rubricHash: row.rubric_hash,
    seat: { id: row.seat_id, personId: row.person_id, role: row.role },
    assigned: row.assigned,
    declared: row.interest !== null,
    recused: row.recused,
    sheet: sheetOf(row),
    reference: row.reference,
    confidence: row.confidence,
    regulationVersionId: row.regulation_version_id,
    access: {
      campaignId: row.campaign_id,
      phase: row.phase,
      ownerId: row.person_id,
      recused: row.recused,
      charterSigned: row.charter,
      declared: row.interest !== null,
      assigned: row.assigned,
    },
  }
}

/** The newest row of one juror for one nomination, locked; null when none was opened. */
export async function loadCurrentSheet(
  tx: Tx,
  seatId: string,
  nominationId: string,
): Promise<ScoreSheet | null> {
  const [row] = await tx.$queryRaw<SheetRow[]>`
    SELECT s.id, n.campaign_id, s.nomination_id, s.seat_id, s.state, s.version, s.sequence, s.second_round, s.sheet_number,
      s.private_note, s.remark, s.abstain_reason, s.reopen_reason, s.sealed_at, s.commitment, '[]'::jsonb AS entries
    FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
    WHERE s.seat_id = ${seatId}::uuid AND s.nomination_id = ${nominationId}::uuid
    ORDER BY s.sequence DESC LIMIT 1 FOR UPDATE OF s`
  return row ? sheetOf(row) : null
}

/** What stands in the sheet now, in a statement of its own: after a lock was awaited, the locked read may lag. */
export async function loadSheetTexts(
  tx: Tx,
  sheetId: string,
): Promise<{ version: number; remark: string; privateNotes: string; entries: SheetEntry[] } | null> {
  const row = await tx.scoreSheet.findUnique({
    where: { id: sheetId },
    select: { version: true, remark: true, privateNote: true, scores: true },
  })
  if (!row) return null
  const entries = row.scores.map(({ criterion, level, cannotAssess, comment, pins }) =>
    entryOf({ criterion, level, cannotAssess, comment: comment ?? '', pins: pins as unknown as Pin[] }),
  )
  return { version: row.version, remark: row.remark ?? '', privateNotes: row.privateNote ?? '', entries }
}

/** The draft as decided, in one statement: the sheet's row and the entries that changed. The row is locked by now. */
export async function storeSheetDraft(
  tx: Tx,
  sheet: ScoreSheet,
  more: { readonly confidence: string | null; readonly at: Instant },
): Promise<void> {
  await tx.$executeRaw`
    WITH kept AS (
      UPDATE score_sheet SET version = ${sheet.version}, remark = ${sheet.remark}, private_note = ${sheet.privateNotes},
        confidence = ${more.confidence}, updated_at = ${toDate(more.at)}
      WHERE id = ${sheet.id}::uuid RETURNING id)
    INSERT INTO score (sheet_id, criterion, level, cannot_assess, comment, pins)
    SELECT kept.id, e.criterion, e.level, e."cannotAssess", e.comment, coalesce(e.pins, '[]') FROM kept,
      jsonb_to_recordset(${JSON.stringify(sheet.entries)}::jsonb)
        AS e (criterion text, level int, "cannotAssess" boolean, comment text, pins jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM score o WHERE o.sheet_id = kept.id AND o.criterion = e.criterion
      AND (o.level, o.cannot_assess, o.comment, o.pins)
        IS NOT DISTINCT FROM (e.level, e."cannotAssess", e.comment, coalesce(e.pins, '[]')))
    ON CONFLICT (sheet_id, criterion) DO UPDATE
      SET level = excluded.level, cannot_assess = excluded.cannot_assess, comment = excluded.comment, pins = excluded.pins`
}

/** The end of a draft: sealed with its commitment, abstained with its reason, or voided. The trigger closes the row. */
export async function storeSheetEnd(
  tx: Tx,
  sheet: ScoreSheet,
  end: { readonly at: Instant; readonly salt: string | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE score_sheet SET state = ${sheet.state}, version = ${sheet.version}, updated_at = ${toDate(end.at)},
      sealed_at = ${sheet.sealedAt === null ? null : toDate(sheet.sealedAt)}, commitment = ${sheet.commitment},
      salt = ${end.salt}, abstain_reason = ${sheet.state === 'abstained' ? sheet.reason : null}
    WHERE id = ${sheet.id}::uuid`
}
