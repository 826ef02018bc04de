import { type Answer, fieldFor, isBlank } from '#app/domain/nomination/answers.ts'
import type { DossierForm } from '#app/domain/nomination/dossier-field.ts'
import type { Typed } from '#app/domain/nomination/save-answers.ts'
import type { Context } from '../context.ts'

export const isSecret = (form: DossierForm, key: string): boolean => fieldFor(form, key)?.kind === 'secret'

/** A secret is never sent back to a page, so a blank one means: as it was. */
export const withoutUntouchedSecrets = (form: DossierForm, typed: readonly Typed[]): readonly Typed[] =>
  typed.filter(({ field, value }) => !isSecret(form, field) || !isBlank(value))

/** The test account for the jury lies encrypted, bound to its nomination (product.md section 6). */
export const sealed = <A extends Pick<Answer, 'field' | 'value'>>(
  ctx: Context,
  form: DossierForm,
  nominationId: string,
  answer: A,
): A =>
  isSecret(form, answer.field) && typeof answer.value === 'string'
    ? { ...answer, value: ctx.crypto.seal('test-account', nominationId, answer.value) }
    : answer
