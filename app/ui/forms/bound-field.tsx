import type { ComponentProps } from 'react'
import { BilingualField } from '../primitives/bilingual-field.tsx'
import { Checkbox, Checkboxes } from '../primitives/checkboxes.tsx'
import { DateInput } from '../primitives/date-input.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'
import { TextArea } from '../primitives/text-area.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { useBoundForm } from './form-context.tsx'

/** The plain field, its first value, and what ties it to the form it stands in. */
type Bound<P> = Omit<P, 'error' | 'errors' | 'onChange' | 'onBlur' | 'ref' | 'defaultValue'>
type Text<P> = Bound<P> & { defaultValue?: string | undefined }

function useText({ name, defaultValue }: { name: string; defaultValue?: string | undefined }) {
  const form = useBoundForm()
  return {
    ...form.register(name),
    defaultValue: form.text(name, defaultValue),
    error: form.error(name),
  }
}
export function BoundText(props: Text<ComponentProps<typeof TextInput>>) {
  return <TextInput {...props} {...useText(props)} />
}
export function BoundTextArea(props: Text<ComponentProps<typeof TextArea>>) {
  return <TextArea {...props} {...useText(props)} />
}
export function BoundNumber(props: Text<ComponentProps<typeof NumberInput>>) {
  return <NumberInput {...props} {...useText(props)} />
}
export function BoundSelect(props: Text<ComponentProps<typeof Select>>) {
  return <Select {...props} {...useText(props)} />
}
export function BoundRadios(props: Bound<ComponentProps<typeof Radios>>) {
  const form = useBoundForm()
  const { name } = props
  return (
    <Radios
      {...props}
      {...form.registerGroup(name, name)}
      value={form.text(name, props.value)}
      error={form.error(name)}
    />
  )
}
export function BoundCheckbox(props: Bound<ComponentProps<typeof Checkbox>>) {
  const form = useBoundForm()
  const { name } = props
  return (
    <Checkbox
      {...props}
      {...form.register(name)}
      checked={form.ticked(name, props.checked) ?? false}
      error={form.error(name)}
    />
  )
}
/** Several boxes of one name: checked when the focus leaves the last of them. */
export function BoundCheckboxes(props: Bound<ComponentProps<typeof Checkboxes>>) {
  const form = useBoundForm()
  const { name } = props
  return (
    <Checkboxes
      {...props}
      {...form.registerGroup(name, name)}
      values={form.list(name, props.values) ?? []}
      error={form.error(name)}
    />
  )
}

const stored = (value: ComponentProps<typeof DateInput>['value'], part: 'day' | 'month' | 'year') => {
  if (typeof value !== 'string') return value?.[part]
  const [year, month, day] = value.split('-')
  return { year, month: month?.replace(/^0/, ''), day: day?.replace(/^0/, '') }[part]
}
/** Three boxes, one answer: checked when the focus leaves the date, and the hour that goes with it. */
export function BoundDate(props: Bound<ComponentProps<typeof DateInput>>) {
  const form = useBoundForm()
  const { name, value } = props
  const text = (part: 'day' | 'month' | 'year') => form.text(`${name}.${part}`, stored(value, part)) ?? ''
  const box = (part: string) => form.registerGroup(name, `${name}.${part}`)
  const wrong = [name, `${name}.day`, `${name}.month`, `${name}.year`].map(form.error)
  return (
    <DateInput
      {...props}
      value={{ day: text('day'), month: text('month'), year: text('year') }}
      boxes={{ day: box('day'), month: box('month'), year: box('year') }}
      error={wrong.find((one) => one !== undefined)}
    />
  )
}
/** The hour of a date: it is checked with its date. */
export function BoundTime(props: Text<ComponentProps<typeof TextInput>> & { group: string }) {
  const { group, ...plain } = props
  const form = useBoundForm()
  const { name, defaultValue } = plain
  return (
    <TextInput
      {...plain}
      {...form.registerGroup(group, name)}
      defaultValue={form.text(name, defaultValue)}
      error={form.error(name)}
    />
  )
}

export function BoundBilingual(props: Bound<ComponentProps<typeof BilingualField>>) {
  const form = useBoundForm()
  const { name, values } = props
  const side = (lang: 'ar' | 'fr') => form.text(`${name}.${lang}`, values[lang]) ?? ''
  const [ar, fr] = [form.error(`${name}.ar`), form.error(`${name}.fr`)]
  return (
    <BilingualField
      {...props}
      values={{ ar: side('ar'), fr: side('fr') }}
      errors={{ ...(ar === undefined ? {} : { ar }), ...(fr === undefined ? {} : { fr }) }}
      controls={{ ar: form.register(`${name}.ar`), fr: form.register(`${name}.fr`) }}
    />
  )
}
