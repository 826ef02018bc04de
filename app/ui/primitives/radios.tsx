import { type ChangeEvent, forwardRef, type ReactNode } from 'react'
import { ChoiceRow } from './choice-row.tsx'
import { classes } from './classes.ts'
import { FieldGroup, type FieldFrame, tiesOf } from './field.tsx'

export type Option = { readonly value: string; readonly label: ReactNode; readonly note?: ReactNode }
type Props = FieldFrame & {
  options: readonly Option[]
  /** Nothing is preselected unless the person already answered. */
  value?: string | undefined
  layout?: 'list' | 'line' | 'rows' | undefined
  onChange?: ((event: ChangeEvent<HTMLInputElement>) => void) | undefined
  onBlur?: ((event: React.FocusEvent<HTMLInputElement>) => void) | undefined
}

export const Radios = forwardRef<HTMLInputElement, Props>(function Radios(
  { options, value, layout = 'list', onChange, onBlur, ...frame },
  ref,
) {
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
            kind="radio"
            id={`${ties.id}-${i}`}
            name={frame.name}
            value={option.value}
            label={option.label}
            note={option.note}
            defaultChecked={option.value === value}
            aria-invalid={ties['aria-invalid']}
            onChange={onChange}
            onBlur={onBlur}
          />
        ))}
      </div>
    </FieldGroup>
  )
})
