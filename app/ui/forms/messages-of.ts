import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { Translator } from '#app/i18n/instance.ts'

/** A key becomes its sentence; anything else is already one. */
export const sentenceOf = (t: Translator, key: string): string => (t.has(key) ? t(key) : key)

/** All the messages of a form, by field name, in the order of the form's values. */
export function messagesOf(
  errors: FieldErrors<FieldValues>,
  prefix = '',
): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (error === undefined || error === null || typeof error !== 'object') return []
    const name = prefix === '' ? key : `${prefix}.${key}`
    const message: unknown = (error as { message?: unknown }).message
    if (typeof message === 'string') return [{ name, message }]
    return messagesOf(error as FieldErrors<FieldValues>, name)
  })
}

/** The message of one field, walking its dotted name. */
export const messageAt = (errors: FieldErrors<FieldValues>, name: string): string | undefined =>
  messagesOf(errors).find((error) => error.name === name)?.message
