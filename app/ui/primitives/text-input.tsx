import { forwardRef, type InputHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldFrame } from './field.tsx'

type Props = FieldFrame & {
  /** `code`: references, fingerprints, addresses, always left to right. */
  look?: 'text' | 'code' | 'short' | undefined
} & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldFrame | 'style' | 'required'>

/** Marks an empty field as empty for the styles, so that its caret waits on the side where the page begins. */
export const NO_EXAMPLE = ' '

/** One line of text. Free text takes its direction from what is typed. */
export const TextInput = forwardRef<HTMLInputElement, Props>(function TextInput(
  { name, label, id, hint, error, optional, counter, className, look, type = 'text', placeholder, ...input },
  ref,
) {
  const isCode =
    look === 'code' || type === 'email' || type === 'url' || type === 'tel' || type === 'password'
  return (
    <Field {...{ name, label, id, hint, error, optional, counter, className }}>
      {(ties) => (
        <input
          ref={ref}
          type={type}
          name={name}
          dir={isCode ? 'ltr' : 'auto'}
          placeholder={placeholder ?? (isCode ? undefined : NO_EXAMPLE)}
          {...input}
          {...ties}
          className={classes('inp', isCode && 'inp--code', look === 'short' && 'inp--short')}
        />
      )}
    </Field>
  )
})
