import { type ChangeEvent, type FocusEvent, forwardRef, type ReactNode } from 'react'
import { ChoiceRow } from './choice-row.tsx'
import { classes } from './classes.ts'
import { FieldError } from './field-error.tsx'
import { fieldId, FieldGroup, type FieldFrame, tiesOf } from './field.tsx'
import type { Option } from './radios.tsx'

type Change = ((event: ChangeEvent<HTMLInputElement>) => void) | undefined
type Blur = ((event: FocusEvent<HTMLInputElement>) => void) | undefined

/** Several answers: the form posts the name once for each box ticked. */
export const Checkboxes = forwardRef<
  HTMLInputElement,
  FieldFrame & {
    options: readonly Option[]
    values?: readonly string[]
    layout?: 'list' | 'line' | 'rows'
    onChange?: Change
    onBlur?: Blur
  }
>(function Checkboxes({ options, values = [], layout = 'list', onChange, onBlur, ...frame }, ref) {
  const ties = tiesOf(frame)
  return (
    <FieldGroup {...frame}>
      <div
        className={classes(
          'choices',
          layout === 'line' && 'choices--line',
          layout === 'rows' && 'choices--rows',
        )}
      >
        {options.map((option, i) => (
          <ChoiceRow
            key={option.value}
            ref={ref}
            kind="checkbox"
            id={`${ties.id}-${i}`}
            name={frame.name}
            value={option.value}
            label={option.label}
            note={option.note}
            defaultChecked={values.includes(option.value)}
            onChange={onChange}
            onBlur={onBlur}
          />
        ))}
      </div>
    </FieldGroup>
  )
})

type OneProps = {
  name: string
  label: ReactNode
  note?: ReactNode
  value?: string
  checked?: boolean
  error?: string | undefined
  onChange?: Change
  onBlur?: Blur
}
/** One box: a consent, a declaration. Unticked, it posts nothing. */
export const Checkbox = forwardRef<HTMLInputElement, OneProps>(function Checkbox(
  { name, label, note, value = 'on', checked = false, error, onChange, onBlur },
  ref,
) {
  const id = fieldId(name)
  return (
    <div className="field">
      <ChoiceRow
        ref={ref}
        kind="checkbox"
        id={id}
        name={name}
        value={value}
        label={label}
        note={note}
        defaultChecked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={onChange}
        onBlur={onBlur}
      />
      <FieldError id={`${id}-error`} message={error} />
    </div>
  )
})
