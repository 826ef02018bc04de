import type { Facts } from '#app/domain/kernel/result.ts'

/**
 * What a form gets back when it is refused: message keys by dotted field name, the reason for the whole form, and what
 * was typed, flat and bounded (reliability.md section 0, finding 5), so that nothing is typed twice.
 */
export type FormFailure = {
  readonly fieldErrors: Readonly<Record<string, string>>
  readonly formError?: { readonly reason: string; readonly facts: Facts }
  readonly typed: Readonly<Record<string, string>>
}

/**
 * The reason to tell for the whole form: none when its fields already say what is wrong, so that nothing is said twice
 * and no general sentence stands against the exact one.
 */
export const wholeReason = (failure: Pick<FormFailure, 'fieldErrors' | 'formError'> | undefined) =>
  failure === undefined || Object.keys(failure.fieldErrors).length > 0 ? undefined : failure.formError

/** A form without a field to correct: whatever was wrong with what it sent, the page is opened anew. */
export const withoutFields = (failure: FormFailure): FormFailure => ({
  ...failure,
  fieldErrors: {},
  formError: failure.formError ?? { reason: 'stale-version', facts: {} },
})
