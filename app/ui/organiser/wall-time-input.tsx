import { wallClock } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundDate, BoundTime } from '../forms/bound-field.tsx'

const two = (value: number): string => String(value).padStart(2, '0')

/** A day in three boxes and its hour in the legal zone: `name.day`, `name.month`, `name.year`, `name.time`. */
export function WallTimeInput({ name, label, at }: { name: string; label: string; at?: number }) {
  const t = useT()
  const wall = at === undefined ? undefined : wallClock(at)
  return (
    <div className="row-line row-line--top day-hour">
      <BoundDate
        name={name}
        label={label}
        value={wall && { day: String(wall.day), month: String(wall.month), year: String(wall.year) }}
      />
      <BoundTime
        group={name}
        name={`${name}.time`}
        label={t('campaign.field.time')}
        hint={t('campaign.field.timeHint')}
        look="short"
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        defaultValue={wall && `${two(wall.hour)}:${two(wall.minute)}`}
      />
    </div>
  )
}
