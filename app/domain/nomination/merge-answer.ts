import { ok, refuse } from '../kernel/result.ts'
import { entryOf } from './nomination.ts'
import type { EntryDraft } from '../audit/entry.ts'
import type { Result } from '../kernel/result.ts'
import type { Nomination } from './nomination.ts'
import type { FieldOutcome } from './save-answers.ts'

/** A text kept apart: the field it was written for, and whether the team has chosen already. */
export type KeptText = { readonly id: string; readonly field: string; readonly settled: boolean }
/** `settled` closes the conflict; the two others leave it as it is, and what was chosen is kept apart. */
export type MergeOutcome = 'settled' | 'field-changed' | 'already-merged'

const SIGNS: Partial<Readonly<Record<FieldOutcome, string>>> = {
  'bidi-control': 'errors.bidi',
  'control-character': 'errors.control',
  'too-long': 'errors.tooLong',
}

/** The kept text that a choice is about. Refused: none of this nomination, or one written for another field (`not-found`). */
export const keptFor = (kept: KeptText | null, field: string): Result<KeptText, 'not-found'> =>
  kept === null || kept.field !== field ? refuse('not-found') : ok(kept)

/**
 * What becomes of a conflict once the chosen text was saved with this outcome; `undefined` where nothing was to save: a
 * list is compared and edited in its section. A text with a forbidden character is refused at its field
 * (`unreadable-text`), and so is a choice without a text about what a colleague has settled (`already-merged`).
 */
export function settlement(
  nomination: Nomination,
  kept: KeptText,
  saved: FieldOutcome | undefined,
): Result<
  { readonly outcome: MergeOutcome; readonly entries: readonly EntryDraft[] },
  'already-merged' | 'unreadable-text'
> {
  if (kept.settled) return refuse('already-merged')
  if (saved === 'field-changed') return ok({ outcome: 'field-changed', entries: [] })
  if (saved !== undefined && saved !== 'saved' && saved !== 'unchanged')
    return refuse('unreadable-text', {}, { value: SIGNS[saved] ?? 'errors.invalid' })
  const entry = entryOf('conflictSettled', nomination, { field: kept.field, rescued: kept.id })
  return ok({ outcome: 'settled', entries: [entry] })
}
