import { storeRecusal } from '#app/adapters/db/recusals.ts'
import { endAssignment } from '#app/adapters/db/assignment-rows.ts'
import { loadCurrentSheet, storeSheetEnd } from '#app/adapters/db/score-sheets.ts'
import { insertVoidMark } from '#app/adapters/db/opened-sheets.ts'
import type { DeclarationSubject, OwnSeat } from '#app/adapters/db/interests.ts'
import { automaticExclusions } from '#app/domain/jury/conflict.ts'
import { recuse, type RecusalEffects, type RecusalFacts } from '#app/domain/jury/recusal.ts'
import type { ScoreSheet } from '#app/domain/scoring/sheet.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act, Unit } from '#app/services/run.ts'

export type Recused = { readonly nominationIds: readonly string[] }

/**
 * Writes what a recusal changes. The sheet and the assignment come first: under the jury's role, row security hides
 * the file from the moment the recusal stands.
 */
export async function storeRecusalEffects(
  ctx: Context,
  { tx, now }: Unit,
  effects: RecusalEffects,
  facts: { readonly personId: string; readonly sheet: ScoreSheet | null },
): Promise<void> {
  const { recusal, voided } = effects
  if (voided && facts.sheet?.state === 'draft') await storeSheetEnd(tx, voided, { at: now, salt: null })
  else if (voided) await insertVoidMark(tx, { id: ctx.ids.rowId(), sheet: voided, at: now })
  if (effects.endsAssignment) await endAssignment(tx, recusal, now)
  await storeRecusal(tx, ctx.ids.rowId(), recusal)
}

/** Recuses the seat from every file in which its institution, its supervising body or a body it supervises competes. */
export async function recuseFromOwnBodies(
  ctx: Context,
  unit: Unit,
  seat: OwnSeat,
  subjects: readonly DeclarationSubject[],
): Promise<Result<Act<Recused>>> {
  const done: { nominationId: string; effects: RecusalEffects }[] = []
  for (const subject of subjects) {
    const [exclusion] = automaticExclusions(seat.ties, subject.ties)
    if (!exclusion) continue
    const { nominationId } = subject
    const sheet = await loadCurrentSheet(unit.tx, seat.seatId, nominationId)
    const facts = recusalFactsOf(seat, subject, sheet)
    const effects = recuse(facts, { origin: 'automatic', ground: exclusion.cause }, unit.now)
    if (!effects.ok) return effects
    await storeRecusalEffects(ctx, unit, effects.value, facts)
    done.push({ nominationId, effects: effects.value })
  }
  return ok({
    nominationIds: done.map((one) => one.nominationId),
    entries: done.flatMap((one) => one.effects.entries),
    notices: [],
  })
}

export const recusalFactsOf = (
  seat: OwnSeat,
  subject: DeclarationSubject,
  sheet: ScoreSheet | null,
): RecusalFacts => ({
  campaignId: seat.campaignId,
  seatId: seat.seatId,
  personId: seat.ties.personId,
  nominationId: subject.nominationId,
  assigned: subject.assigned,
  sheet,
  existing: null,
})
