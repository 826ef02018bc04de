/** What an action answers when it refuses a form: message keys by field name, and one for the whole form. */
export type FormFailure = {
  readonly fieldErrors: Readonly<Record<string, string>>
  readonly formError?: string | undefined
}
