import { settleRescued } from '#app/adapters/db/answers.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { entryOf } from '#app/domain/nomination/nomination.ts'
import type { Typed } from '#app/domain/nomination/save-answers.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { permitOnNomination } from './permit.ts'
import { saveAnswers, type SaveAnswersReason } from './save-answers.ts'

export type MergeInput = {
  readonly nominationId: string
  readonly rescuedId: string
  readonly field: string
  readonly chosen: Typed | null
}
export type MergeReason = SaveAnswersReason | 'field-changed' | 'unreadable-text'
type Merged = Act<{ readonly field: string }>

async function storeChosen(
  ctx: Context,
  actor: Actor,
  nominationId: string,
  chosen: Typed,
): Promise<Result<true, MergeReason>> {
  const saved = await saveAnswers(ctx, actor, { nominationId, typed: [chosen] })
  if (!saved.ok) return saved
  const outcome = saved.value.outcomes[chosen.field]
  if (outcome === 'field-changed') return refuse('field-changed')
  if (outcome === 'saved' || outcome === 'unchanged') return ok(true)
  return refuse(
    'unreadable-text',
    {},
    { value: outcome === 'bidi-control' ? 'errors.bidi' : 'errors.control' },
  )
}

/** Saves the text the team chose and closes the conflict; a third hand in between opens it anew. */
export async function mergeAnswer(
  ctx: Context,
  actor: Actor,
  input: MergeInput,
): Promise<Result<Merged, MergeReason>> {
  const { nominationId, rescuedId, field, chosen } = input
  const stored = chosen === null ? null : await storeChosen(ctx, actor, nominationId, chosen)
  if (stored !== null && !stored.ok) return stored
  return run<Merged, MergeReason>(ctx, actor, { db: 'applicant', role: 'applicant' }, async ({ tx, now }) => {
    const found = await loadNomination(tx, nominationId, 'lock')
    if (!found) return refuse('not-found')
    const permit = permitOnNomination(actor, 'nomination.write', found)
    if (!permit.ok) return permit
    if (!(await settleRescued(tx, nominationId, rescuedId, now))) return refuse('not-found')
    const entry = entryOf('conflictSettled', found.nomination, { field, rescued: rescuedId })
    return ok({ field, entries: [entry], notices: [] })
  })
}
