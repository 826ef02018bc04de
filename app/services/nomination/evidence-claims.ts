import { fieldsOf } from '#app/domain/nomination/answers.ts'
import { DEFAULT_FORM } from '#app/domain/nomination/default-form.ts'
import type { FieldKind } from '#app/domain/nomination/dossier-field.ts'

const UNPROVEN: readonly FieldKind[] = ['evidence', 'secret', 'declaration']

/** The questions whose answer a file may prove. */
export const evidenceClaims: readonly string[] = fieldsOf(DEFAULT_FORM)
  .filter(({ kind, key }) => !UNPROVEN.includes(kind) && key !== 'publicationConsent')
  .map(({ key }) => key)
