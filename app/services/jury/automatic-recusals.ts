import { hasDecidedPrize } from '#app/adapters/db/agenda.ts'
import { storeRecusal } from '#app/adapters/db/recusals.ts'
import { endAssignment } from '#app/adapters/db/assignment-rows.ts'
import { loadCurrentSheet, storeSheetEnd } from '#app/adapters/db/score-sheets.ts'
import { insertVoidMark } from '#app/adapters/db/opened-sheets.ts'
import { type DeclarationSubject, loadDeclarationSubjects, type OwnSeat } from '#app/adapters/db/interests.ts'
import { automaticExclusions } from '#app/domain/jury/conflict.ts'
import { recuse, type RecusalEffects, type RecusalFacts } from '#app/domain/jury/recusal.ts'
import type { ScoreSheet } from '#app/domain/scoring/sheet.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act, Unit } from '#app/services/run.ts'
import { inTwoLanguages } from '../in-two-languages.ts'

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

/**
 * Recuses the seat from every file in which its institution, its supervising body or a body it supervises competes. The
 * juror, whose own act this follows, sees it on the page; no letter is sent.
 */
export async function recuseFromOwnBodies(
  ctx: Context,
  unit: Unit,
  seat: OwnSeat,
  subjects: readonly DeclarationSubject[],
): Promise<Result<Act<Recused>>> {
  const closed = await closeFiles(ctx, unit, seat, subjects)
  if (!closed.ok) return closed
  return ok({
    nominationIds: closed.value.map(({ subject }) => subject.nominationId),
    entries: closed.value.flatMap(({ effects }) => effects.entries),
    notices: [],
  })
}

/** The same at once when somebody else gives the seat another institution: the juror is told of each file. */
export async function recuseFromNewBody(
  ctx: Context,
  unit: Unit,
  seat: OwnSeat,
): Promise<Result<Act<Recused>>> {
  const closed = await closeFiles(ctx, unit, seat, await loadDeclarationSubjects(unit.tx, seat))
  if (!closed.ok) return closed
  const campaign = inTwoLanguages('campaign', seat.campaignName)
  return ok({
    nominationIds: closed.value.map(({ subject }) => subject.nominationId),
    entries: closed.value.flatMap(({ effects }) => effects.entries),
    notices: closed.value.flatMap(({ subject, effects }) =>
      effects.notices.map((notice) => ({ ...notice, facts: { ...campaign, reference: subject.reference } })),
    ),
  })
}

type Closed = { readonly subject: DeclarationSubject; readonly effects: RecusalEffects }
async function closeFiles(
  ctx: Context,
  unit: Unit,
  seat: OwnSeat,
  subjects: readonly DeclarationSubject[],
): Promise<Result<readonly Closed[]>> {
  const done: Closed[] = []
  for (const subject of subjects) {
    const [exclusion] = automaticExclusions(seat.ties, subject.ties)
    if (!exclusion) continue
    const sheet = await loadCurrentSheet(unit.tx, seat.seatId, subject.nominationId)
    const facts = recusalFactsOf(seat, subject, {
      sheet,
      isPrizeDecided: await hasDecidedPrize(unit.tx, subject.nominationId),
    })
    const effects = recuse(facts, { origin: 'automatic', ground: exclusion.cause }, unit.now)
    if (!effects.ok) return effects
    await storeRecusalEffects(ctx, unit, effects.value, facts)
    done.push({ subject, effects: effects.value })
  }
  return ok(done)
}

export const recusalFactsOf = (
  seat: OwnSeat,
  subject: DeclarationSubject,
  { sheet, isPrizeDecided }: Pick<RecusalFacts, 'sheet' | 'isPrizeDecided'>,
): RecusalFacts => ({
  campaignId: seat.campaignId,
  seatId: seat.seatId,
  personId: seat.ties.personId,
  nominationId: subject.nominationId,
  assigned: subject.assigned,
  sheet,
  existing: null,
  isPrizeDecided,
})
