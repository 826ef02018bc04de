import { createContext, type FocusEvent, type FormEvent, useContext } from 'react'

/** What one control hands to React Hook Form. Its value stays in the page: what is posted is what is checked. */
export type Registered = {
  readonly name: string
  readonly onChange: (event: FormEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}
/** What a form tells its fields. */
export type BoundForm = {
  readonly register: (name: string) => Registered
  /** For controls that answer together: checked when the focus leaves the last of them. */
  readonly registerGroup: (group: string, name: string) => Registered
  /** The sentence at a field, or at the group of that name. */
  readonly error: (name: string) => string | undefined
  /** What was typed when the form was refused; otherwise what is stored. */
  readonly text: (name: string, stored: string | undefined) => string | undefined
  readonly ticked: (name: string, stored: boolean | undefined) => boolean | undefined
  readonly list: (name: string, stored: readonly string[] | undefined) => readonly string[] | undefined
}
export const FormContext = createContext<BoundForm | null>(null)

export function useBoundForm(): BoundForm {
  const form = useContext(FormContext)
  if (form === null) throw new Error('a bound field is outside ZodForm')
  return form
}
