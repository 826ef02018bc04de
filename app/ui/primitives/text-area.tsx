import { forwardRef, type TextareaHTMLAttributes } from 'react'
import { Field, type FieldFrame } from './field.tsx'
import { NO_EXAMPLE } from './text-input.tsx'

type Props = FieldFrame &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldFrame | 'style' | 'required'>

export const TextArea = forwardRef<HTMLTextAreaElement, Props>(function TextArea(
  { name, label, id, hint, error, optional, counter, className, rows = 5, placeholder = NO_EXAMPLE, ...area },
  ref,
) {
  return (
    <Field {...{ name, label, id, hint, error, optional, counter, className }}>
      {(ties) => (
        <textarea
          ref={ref}
          name={name}
          rows={rows}
          dir="auto"
          placeholder={placeholder}
          {...area}
          {...ties}
          className="inp"
        />
      )}
    </Field>
  )
})
