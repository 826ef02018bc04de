import { type ScoringFacts } from '#app/adapters/db/score-sheets.ts'
import { namedPlaces } from '#app/adapters/db/pin-places.ts'
import { loadSheetNaming } from '#app/adapters/db/sheet-naming.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { ScoreSheetRecord } from '#app/domain/document/jury-records.ts'
import { scoredSheet } from '#app/domain/document/scored.ts'
import type { ScoreSheet } from '#app/domain/scoring/sheet.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import type { Unit } from '../run.ts'

const CONFIDENCES: readonly ScoreSheetRecord['confidence'][] = ['low', 'medium', 'high']

/** The sealed sheet as a document, for its juror and the auditor alone. */
export async function issueSheet(
  ctx: Pick<Context, 'ids' | 'crypto' | 'origin'>,
  unit: Unit,
  actor: Actor,
  sealed: { readonly facts: ScoringFacts; readonly sheet: ScoreSheet; readonly commitment: string },
): Promise<void> {
  const { facts, sheet, commitment } = sealed
  const naming = await loadSheetNaming(unit.tx, sheet.id)
  if (!naming) return
  const { seat, role, ...named } = naming
  const scored = scoredSheet(facts.rubric, sheet, await namedPlaces(unit.tx, sheet.nominationId))
  const confidence = CONFIDENCES.find((one) => one === facts.confidence) ?? null
  const body = {
    ...{ ...named, ...scored, confidence, commitment },
    ...{ member: { name: actor.name, seat, role }, sealedAt: sheet.sealedAt ?? unit.now },
  }
  await issueDocuments(ctx, unit, sheet.campaignId, [
    { kind: 'score_sheet', subjectId: sheet.id, isPublic: false, body },
  ])
}
