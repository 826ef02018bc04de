import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from './classes.ts'
import { FieldError } from './field-error.tsx'
import { Hint } from './hint.tsx'

/** What every field shows around its control. Texts come translated; required is the rule, the exception is said. */
export type FieldFrame = {
  name: string
  label: ReactNode
  id?: string | undefined
  hint?: ReactNode
  error?: string | undefined
  /** `unsaid`: a filter, where nothing is ever required and the word would stand beside each field. */
  optional?: boolean | 'unsaid' | undefined
  counter?: ReactNode
  className?: string | undefined
}
/** What ties a control to its hint, counter and error. */
export type ControlTies = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** `answers.fr` → `answers-fr`: the id of a field, which the error summary links to. */
export const fieldId = (name: string): string => `f-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`

/** Of the words that name a field, by the id of the field. */
export const labelId = (id: string): string => `${id}-label`

export function tiesOf({
  name,
  id = fieldId(name),
  hint,
  error,
  optional,
  counter,
}: FieldFrame): ControlTies {
  const described = [hint && `${id}-hint`, counter && `${id}-count`, error && `${id}-error`].filter(Boolean)
  return {
    id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error ? true : undefined,
    'aria-required': optional === undefined || optional === false ? true : undefined,
  }
}

export function Optional({ show }: { show: FieldFrame['optional'] }) {
  const t = useT()
  return show === true ? <span className="field__optional"> ({t('common.field.optional')})</span> : null
}

export function Field({ children, ...frame }: FieldFrame & { children: (ties: ControlTies) => ReactNode }) {
  const ties = tiesOf(frame)
  return (
    <div className={classes('field', frame.className)}>
      <label className="field__label" htmlFor={ties.id} id={labelId(ties.id)}>
        {frame.label}
        <Optional show={frame.optional} />
      </label>
      {frame.hint ? <Hint id={`${ties.id}-hint`}>{frame.hint}</Hint> : null}
      {children(ties)}
      <FieldError id={`${ties.id}-error`} message={frame.error} />
      {frame.counter ? (
        <div className="field__foot" id={`${ties.id}-count`}>
          {frame.counter}
        </div>
      ) : null}
    </div>
  )
}

/** The same frame for a group of controls: one fieldset, one legend. */
export function FieldGroup({ children, ...frame }: FieldFrame & { children: ReactNode }) {
  const ties = tiesOf(frame)
  return (
    <fieldset
      className={classes('field', frame.className)}
      id={ties.id}
      aria-describedby={ties['aria-describedby']}
      tabIndex={-1}
    >
      <legend className="field__label" id={labelId(ties.id)}>
        {frame.label}
        <Optional show={frame.optional} />
      </legend>
      {frame.hint ? <Hint id={`${ties.id}-hint`}>{frame.hint}</Hint> : null}
      {children}
      <FieldError id={`${ties.id}-error`} message={frame.error} />
      {frame.counter ? (
        <div className="field__foot" id={`${ties.id}-count`}>
          {frame.counter}
        </div>
      ) : null}
    </fieldset>
  )
}
