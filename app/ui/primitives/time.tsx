import { machineTime, offset } from '#app/i18n/format.ts'
import { dirOf } from '#app/i18n/locales.ts'
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
  const locale = useLocale()
  const comma = locale === 'ar' ? '، ' : ', '
  const zoneName = zone === 'offset' ? ' ' : `${zone === 'line' ? '' : comma}${format.zoneName()} `
  const text =
    show === 'date'
      ? format.date(at, style ?? 'long')
      : show === 'time'
        ? format.time(at)
        : format.dateTime(at, style ?? 'full')
  return (
    // An isolate around it finds no letter of its own to take a direction from: hour and zone keep that of the page.
    <time dateTime={machineTime(at)} {...(zone === false ? {} : { dir: dirOf(locale) })}>
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
