import { forwardRef, type SelectHTMLAttributes } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Field, type FieldFrame } from './field.tsx'

export type Choice = { readonly value: string; readonly label: string; readonly lang?: string | undefined }
type Props = FieldFrame & {
  choices: readonly Choice[]
  /** The first, empty line; `false` when a choice is always made. */
  empty?: string | false | undefined
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldFrame | 'style' | 'required' | 'children'>

export const Select = forwardRef<HTMLSelectElement, Props>(function Select(
  { name, label, id, hint, error, optional, counter, className, choices, empty, ...select },
  ref,
) {
  const t = useT()
  return (
    <Field {...{ name, label, id, hint, error, optional, counter, className }}>
      {(ties) => (
        <select ref={ref} name={name} {...select} {...ties} className="sel">
          {empty === false ? null : <option value="">{empty ?? t('common.field.chooseOne')}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={choice.lang}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
})
