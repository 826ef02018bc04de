import { createContext, useContext } from 'react'
import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form'

export type AnyForm = Pick<UseFormReturn<FieldValues>, 'register' | 'getValues'> & {
  formState: { errors: FieldErrors<FieldValues> }
  /** The server's errors while React Hook Form has not taken them: without script, for ever. */
  early?: Readonly<Record<string, string>> | undefined
}
export const FormContext = createContext<AnyForm | null>(null)

export function useBoundForm(): AnyForm {
  const form = useContext(FormContext)
  if (form === null) throw new Error('a bound field is outside ZodForm')
  return form
}
