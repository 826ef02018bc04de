import type { ComponentProps } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { BilingualField } from '../primitives/bilingual-field.tsx'
import { Checkbox, Checkboxes } from '../primitives/checkboxes.tsx'
import { DateInput } from '../primitives/date-input.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { useBoundForm } from './form-context.tsx'
import { messageAt, sentenceOf } from './messages-of.ts'

/** What the form knows of a field: its registration, its first value and its sentence of error. */
function useBound(name: string) {
  const t = useT()
  const form = useBoundForm()
  const key = form.early?.[name] ?? messageAt(form.formState.errors, name)
  const value: unknown = form.getValues(name)
  return { registered: form.register(name), value, error: key === undefined ? undefined : sentenceOf(t, key) }
}
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

export function BoundText(props: ComponentProps<typeof TextInput>) {
  const { registered, value, error } = useBound(props.name)
  return <TextInput defaultValue={asText(value)} {...props} {...registered} error={error} />
}
export function BoundTextArea(props: ComponentProps<typeof TextArea>) {
  const { registered, value, error } = useBound(props.name)
  return <TextArea defaultValue={asText(value)} {...props} {...registered} error={error} />
}
export function BoundNumber(props: ComponentProps<typeof NumberInput>) {
  const { registered, value, error } = useBound(props.name)
  return <NumberInput defaultValue={asText(value)} {...props} {...registered} error={error} />
}
export function BoundSelect(props: ComponentProps<typeof Select>) {
  const { registered, value, error } = useBound(props.name)
  return <Select defaultValue={asText(value)} {...props} {...registered} error={error} />
}
export function BoundRadios(props: ComponentProps<typeof Radios>) {
  const { registered, value, error } = useBound(props.name)
  const { ref, onChange, onBlur } = registered
  return (
    <Radios
      value={asText(value)}
      {...props}
      ref={ref}
      onChange={(e) => void onChange(e)}
      onBlur={(e) => void onBlur(e)}
      error={error}
    />
  )
}
export function BoundCheckbox(props: ComponentProps<typeof Checkbox>) {
  const { registered, value, error } = useBound(props.name)
  const checked = value === true || value === (props.value ?? 'on')
  return (
    <Checkbox
      checked={checked}
      {...props}
      ref={registered.ref}
      onChange={(e) => void registered.onChange(e)}
      error={error}
    />
  )
}

/** Several boxes of one name: React Hook Form gathers them in a list. */
export function BoundCheckboxes(props: ComponentProps<typeof Checkboxes>) {
  const { registered, value, error } = useBound(props.name)
  const values = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  return (
    <Checkboxes
      values={values}
      {...props}
      ref={registered.ref}
      onChange={(e) => void registered.onChange(e)}
      error={error}
    />
  )
}

type DateValue = ComponentProps<typeof DateInput>['value']
const asDate = (value: unknown): DateValue => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  const { day, month, year } = value as Record<string, unknown>
  return { day: asText(day) ?? '', month: asText(month) ?? '', year: asText(year) ?? '' }
}
export function BoundDate(props: ComponentProps<typeof DateInput>) {
  const form = useBoundForm()
  const t = useT()
  const { name } = props
  const registered = {
    day: form.register(`${name}.day`),
    month: form.register(`${name}.month`),
    year: form.register(`${name}.year`),
  }
  const { errors } = form.formState
  const [key] = [name, `${name}.day`, `${name}.month`, `${name}.year`].flatMap(
    (at) => form.early?.[at] ?? messageAt(errors, at) ?? [],
  )
  const error = key === undefined ? undefined : sentenceOf(t, key)
  return <DateInput {...props} value={asDate(form.getValues(name))} boxes={registered} error={error} />
}

export function BoundBilingual(props: Omit<ComponentProps<typeof BilingualField>, 'values' | 'errors'>) {
  const ar = useBound(`${props.name}.ar`)
  const fr = useBound(`${props.name}.fr`)
  return (
    <BilingualField
      {...props}
      values={{ ar: asText(ar.value) ?? '', fr: asText(fr.value) ?? '' }}
      errors={{
        ...(ar.error === undefined ? {} : { ar: ar.error }),
        ...(fr.error === undefined ? {} : { fr: fr.error }),
      }}
      onChange={(side, value) => {
        const { registered } = side === 'ar' ? ar : fr
        void registered.onChange({ target: { name: registered.name, value }, type: 'change' })
      }}
    />
  )
}
