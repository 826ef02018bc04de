import { loadKept, settleRescued } from '#app/adapters/db/answers.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { keptFor, type KeptText, type MergeOutcome, settlement } from '#app/domain/nomination/merge-answer.ts'
import { entryOf } from '#app/domain/nomination/nomination.ts'
import type { FieldOutcome, Typed } from '#app/domain/nomination/save-answers.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Trace, type Unit } from '../run.ts'
import { permitOnNomination } from './permit.ts'
import { rescueLate, type SaveAnswersReason } from './save-answers.ts'
import { keepApart, saveInUnit } from './save-unit.ts'

export type MergeInput = {
  readonly nominationId: string
  readonly rescuedId: string
  readonly field: string
  /** Of this field; null where a list was edited in its section and only the conflict is to be closed. */
  readonly chosen: Omit<Typed, 'field'> | null
}
export type MergeReason = SaveAnswersReason | Exclude<MergeOutcome, 'settled'> | 'unreadable-text'
type Merged = { readonly field: string }
type Done = Act<Merged & { readonly outcome: MergeOutcome }>
type Found = NonNullable<Awaited<ReturnType<typeof loadNomination>>>

/** A colleague has chosen already: the text that was chosen here is kept apart, as a new conflict, where it differs. */
async function keepLate(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  { found, chosen }: { found: Found; chosen: Typed },
): Promise<Done> {
  const rescued = await keepApart(ctx, unit, actor, found, [chosen])
  const entry = entryOf('answersSaved', found.nomination, { fields: [], rescued })
  return {
    field: chosen.field,
    outcome: 'already-merged',
    entries: rescued.length === 0 ? [] : [entry],
    notices: [],
  }
}

type Stored = Trace & { readonly outcome: FieldOutcome | undefined }
const NOTHING: Stored = { outcome: undefined, entries: [], notices: [] }

async function inUnit(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  { found, kept, chosen }: { found: Found; kept: KeptText; chosen: Typed | null },
): Promise<Result<Done, MergeReason>> {
  const { nomination } = found
  if (kept.settled && chosen !== null) return ok(await keepLate(ctx, unit, actor, { found, chosen }))
  const saved = chosen === null ? null : await saveInUnit(ctx, unit, actor, found, [chosen])
  if (saved !== null && !saved.ok) return saved
  const stored = saved === null ? NOTHING : { ...saved.value, outcome: saved.value.outcomes[kept.field] }
  const decided = settlement(nomination, kept, stored.outcome)
  if (!decided.ok) return decided
  const { outcome, entries } = decided.value
  if (outcome === 'settled') await settleRescued(unit.tx, nomination.id, kept.id, unit.now)
  return ok({
    field: kept.field,
    outcome,
    entries: [...stored.entries, ...entries],
    notices: stored.notices,
  })
}

/**
 * Saves the text the team chose and closes the conflict, both or neither. Where a third hand wrote in between
 * (`field-changed`) or a colleague chose first (`already-merged`), the standing text stays and the chosen one is kept
 * apart: the unit commits that, and the answer is the refusal.
 */
export async function mergeAnswer(
  ctx: Context,
  actor: Actor,
  { nominationId, rescuedId, field, chosen: text }: MergeInput,
): Promise<Result<Merged, MergeReason>> {
  const chosen = text === null ? null : { ...text, field }
  const done = await run<Done, MergeReason>(
    ctx,
    actor,
    { db: 'applicant', role: 'applicant' },
    async (unit) => {
      const found = await loadNomination(unit.tx, nominationId, 'lock')
      if (!found) return refuse('not-found')
      const permit = permitOnNomination(actor, 'nomination.write', found)
      if (!permit.ok) return permit
      const kept = keptFor(await loadKept(unit.tx, nominationId, rescuedId), field)
      return kept.ok ? inUnit(ctx, unit, actor, { found, kept: kept.value, chosen }) : kept
    },
  )
  if (!done.ok && chosen !== null) await rescueLate(ctx, actor, { nominationId, typed: [chosen] }, done)
  if (!done.ok) return done
  const { outcome } = done.value
  return outcome === 'settled' ? ok({ field }) : refuse(outcome)
}
