import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { SaveReason } from '#app/domain/nomination/save-answers.ts'
import type { Context } from '../context.ts'
import { run } from '../run.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { keepApart, type SavedAnswers, saveInUnit, type Sent } from './save-unit.ts'

export type SaveInput = { readonly nominationId: string; readonly typed: readonly Sent[] }
export type SaveAnswersReason = SaveReason | PermitReason

const save = (
  ctx: Context,
  actor: Actor,
  input: SaveInput,
): Promise<Result<SavedAnswers, SaveAnswersReason>> =>
  run<SavedAnswers, SaveAnswersReason>(ctx, actor, { db: 'applicant', role: 'applicant' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, 'nomination.write', found)
    return permit.ok ? saveInUnit(ctx, unit, actor, found, input.typed) : permit
  })

const RESCUED_WHOLE: readonly string[] = [
  'wrong-phase',
  'withdrawn',
  'awaiting-visa',
  'not-editable',
  'deadline-passed',
] satisfies readonly SaveAnswersReason[]

/** The texts of a save that was refused as a whole, because it came too late, are kept apart. */
export async function rescueLate(
  ctx: Context,
  actor: Actor,
  { nominationId, typed }: SaveInput,
  result: Result<unknown>,
): Promise<void> {
  if (result.ok || !RESCUED_WHOLE.includes(result.reason)) return
  await run(ctx, actor, { db: 'applicant', role: 'applicant' }, async (unit) => {
    const found = await loadNomination(unit.tx, nominationId, 'lock')
    if (!found) return refuse('not-found')
    await keepApart(ctx, unit, actor, found, typed)
    return ok({ entries: [], notices: [] })
  })
}

/**
 * Saves the fields of a page, each over the version its page was drawn with. Nothing typed is lost: what a colleague
 * was quicker on, and what came after the dossier was frozen, is kept as rescued text.
 */
export async function saveAnswers(
  ctx: Context,
  actor: Actor,
  input: SaveInput,
): Promise<Result<SavedAnswers, SaveAnswersReason>> {
  const result = await save(ctx, actor, input)
  await rescueLate(ctx, actor, input, result)
  return result
}
