import { forwardRef, type InputHTMLAttributes } from 'react'
import { Field, type FieldFrame } from './field.tsx'

type Props = FieldFrame & { decimals?: boolean | undefined } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    keyof FieldFrame | 'style' | 'required' | 'type'
  >

/** Text with a numeric keyboard: `type=number` loses what it cannot read and scrolls by accident. */
export const NumberInput = forwardRef<HTMLInputElement, Props>(function NumberInput(
  { name, label, id, hint, error, optional, counter, className, decimals = false, ...input },
  ref,
) {
  return (
    <Field {...{ name, label, id, hint, error, optional, counter, className }}>
      {(ties) => (
        <input
          ref={ref}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autoComplete="off"
          dir="ltr"
          name={name}
          {...input}
          {...ties}
          className="inp inp--num"
        />
      )}
    </Field>
  )
})
