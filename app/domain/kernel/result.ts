/** What a refusal tells besides its reason: values for the sentence shown to the reader. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/**
 * A refusal is a value. `reason` is a kebab-case code (`phase-closed`), `facts` fill its sentence,
 * `fields` maps a form field to the message key shown at it.
 */
export type Refusal<R extends string = string> = {
  readonly ok: false
  readonly reason: R
  readonly facts: Facts
  readonly fields: Readonly<Record<string, string>>
}
export type Ok<T> = { readonly ok: true; readonly value: T }
export type Result<T, R extends string = string> = Ok<T> | Refusal<R>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })

export const refuse = <R extends string>(
  reason: R,
  facts: Facts = {},
  fields: Readonly<Record<string, string>> = {},
): Refusal<R> => ({ ok: false, reason, facts, fields })
