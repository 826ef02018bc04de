import { machineTime, offset } from '#app/i18n/format.ts'
import { useFormat, useLocale } from '#app/i18n/provider.tsx'

type Props = {
  /** Epoch milliseconds. */
  at: number
  style?: 'full' | 'long' | 'short' | 'numeric'
  /** `date` alone, `time` alone, or both. */
  show?: 'date' | 'time' | 'both'
  /** A deadline always says its zone and offset; `line` puts them on their own line, `offset` leaves the name to a sentence above the list. */
  zone?: boolean | 'line' | 'offset'
}

/** An instant in the legal time of Morocco. */
export function Time({ at, style, show = 'both', zone = false }: Props) {
  const format = useFormat()
  const comma = useLocale() === 'ar' ? '، ' : ', '
  const zoneName = zone === 'offset' ? ' ' : `${zone === 'line' ? '' : comma}${format.zoneName()} `
  const text =
    show === 'date'
      ? format.date(at, style ?? 'long')
      : show === 'time'
        ? format.time(at)
        : format.dateTime(at, style ?? 'full')
  return (
    <time dateTime={machineTime(at)}>
      <bdi>{text}</bdi>
      {zone === false ? null : (
        <span className={zone === 'line' ? 'zone zone--line' : 'zone'}>
          {zoneName}(<bdi dir="ltr">{offset(at)}</bdi>)
        </span>
      )}
    </time>
  )
}

/** A calendar day without hour, `2022-03-21`. */
export function Day({
  date,
  style = 'long',
}: {
  date: string
  style?: 'full' | 'long' | 'short' | 'numeric'
}) {
  const format = useFormat()
  return (
    <time dateTime={date}>
      <bdi>{format.day(date, style)}</bdi>
    </time>
  )
}
