import type { z } from 'zod'
import type { FormFailure } from '#app/forms/failure.ts'
import { isUsableName, MOST_FIELDS, toTree } from '#app/forms/tree.ts'
import { isSecret, MOST_TYPED, typedValues } from '#app/forms/typed.ts'
import { boundedForm } from './body.server.ts'

/** The fields of a form as they were sent, to be sent again: no secret, and no file. */
export const sentFields = (form: FormData): readonly { readonly name: string; readonly value: string }[] =>
  [...form.entries()]
    .slice(0, MOST_FIELDS)
    .flatMap(([name, value]) =>
      typeof value === 'string' && isUsableName(name) && !isSecret(name)
        ? [{ name, value: value.slice(0, MOST_TYPED) }]
        : [],
    )

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Record<string, string> }
  | { readonly ok: false; readonly failure: FormFailure; readonly status: 400 }

/** Checks a form already read; see `parseForm`. */
export function checkForm<S extends z.ZodType>(form: FormData, schema: S): Parsed<z.output<S>> {
  const typed = typedValues(form)
  const parsed = schema.safeParse(toTree(form))
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const fieldErrors: Record<string, string> = {}
  let formError: FormFailure['formError']
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      formError = { reason: 'unknown-field', facts: {} } // no page of ours has such a field to point at
      continue
    }
    const message = /^[a-z][A-Za-z]*\./.test(issue.message) ? issue.message : 'errors.invalid'
    fieldErrors[issue.path.join('.')] ??= message
  }
  return { ok: false, failure: { fieldErrors, ...(formError && { formError }), typed }, status: 400 }
}

/** Bytes → fields → schema. A refusal names each field once and gives back what was typed. */
export const parseForm = async <S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Parsed<z.output<S>>> => checkForm(await boundedForm(request), schema)
