import { forwardRef, type TextareaHTMLAttributes } from 'react'
import { Field, type FieldFrame } from './field.tsx'

type Props = FieldFrame &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldFrame | 'style' | 'required'>

export const TextArea = forwardRef<HTMLTextAreaElement, Props>(function TextArea(
  { name, label, id, hint, error, optional, counter, className, rows = 5, ...area },
  ref,
) {
  return (
    <Field {...{ name, label, id, hint, error, optional, counter, className }}>
      {(ties) => (
        <textarea ref={ref} name={name} rows={rows} dir="auto" {...area} {...ties} className="inp" />
      )}
    </Field>
  )
})
