import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { Translator, Values } from '#app/i18n/instance.ts'

export type FieldMessage = { readonly name: string; readonly message: string }

/** A key becomes its sentence; anything else is already one. */
export const sentenceOf = (t: Translator, key: string): string => (t.has(key) ? t(key) : key)
/** The sentence at a field; a check that has no words of its own is said in general terms. */
export const fieldSentence = (t: Translator, key: string, facts: Values = {}): string =>
  t(t.has(key) ? key : 'errors.invalid', facts)

/** `{ 'answers.fr': key }` → the nested shape React Hook Form paints. */
export function toErrors(fieldErrors: Readonly<Record<string, string>>): FieldErrors<FieldValues> {
  const out: Record<string, unknown> = {}
  for (const [name, message] of Object.entries(fieldErrors)) {
    const path = name.split('.')
    const last = path.pop() ?? name
    let at = out
    for (const step of path) at = (at[step] ??= {}) as Record<string, unknown>
    at[last] = { type: 'server', message }
  }
  return out as FieldErrors<FieldValues>
}

/** All the messages of a form, by field name, in the order of the form's values. */
export function messagesOf(errors: FieldErrors<FieldValues>, prefix = ''): readonly FieldMessage[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (error === undefined || error === null || typeof error !== 'object') return []
    const name = prefix === '' ? key : `${prefix}.${key}`
    const message: unknown = (error as { message?: unknown }).message
    if (typeof message === 'string') return [{ name, message }]
    return messagesOf(error as FieldErrors<FieldValues>, name)
  })
}

/** The message of one field, by its dotted name. */
export const messageAt = (errors: FieldErrors<FieldValues>, name: string): string | undefined =>
  messagesOf(errors).find((error) => error.name === name)?.message
