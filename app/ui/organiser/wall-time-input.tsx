import { wallClock } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/provider.tsx'
import { DateInput } from '../primitives/date-input.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { type Failure, useTyped } from './act-form.tsx'

const two = (value: number): string => String(value).padStart(2, '0')

/** A day in three boxes and its hour in the legal zone: `name.day`, `name.month`, `name.year`, `name.time`. */
export function WallTimeInput(props: { name: string; label: string; at?: number; failure: Failure }) {
  const { name, label, at, failure } = props
  const t = useT()
  const typed = useTyped(failure)
  const wall = at === undefined ? undefined : wallClock(at)
  const value = {
    day: typed.text(`${name}.day`, wall && String(wall.day)),
    month: typed.text(`${name}.month`, wall && String(wall.month)),
    year: typed.text(`${name}.year`, wall && String(wall.year)),
  }
  return (
    <div className="row-line row-line--top">
      <DateInput name={name} label={label} value={value} error={typed.error(name)} />
      <TextInput
        name={`${name}.time`}
        label={t('campaign.field.time')}
        hint={t('campaign.field.timeHint')}
        look="short"
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        defaultValue={typed.text(`${name}.time`, wall && `${two(wall.hour)}:${two(wall.minute)}`)}
      />
    </div>
  )
}
