import type { InputHTMLAttributes } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { FieldGroup, type FieldFrame, tiesOf } from './field.tsx'

type Props = FieldFrame & {
  /** `2025-05-14`, or the three parts as typed when they were refused. */
  value?: string | { day: string; month: string; year: string } | undefined
  /** What a bound form puts on each box. */
  boxes?: Readonly<Record<'day' | 'month' | 'year', InputHTMLAttributes<HTMLInputElement>>> | undefined
}

const partsOf = (value: Props['value']): { day: string; month: string; year: string } => {
  if (value === undefined) return { day: '', month: '', year: '' }
  if (typeof value !== 'string') return value
  const [year = '', month = '', day = ''] = value.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** Day, month, year in three boxes (`name.day`, `name.month`, `name.year`): no calendar for a known date. */
export function DateInput({ value, boxes, ...frame }: Props) {
  const t = useT()
  const ties = tiesOf(frame)
  const parts = partsOf(value)
  return (
    <FieldGroup {...frame}>
      <div className="date3" dir={t.locale === 'ar' ? 'rtl' : 'ltr'}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <label key={part} htmlFor={`${ties.id}-${part}`}>
            {t(`common.field.${part}`)}
            <input
              id={`${ties.id}-${part}`}
              className={part === 'year' ? 'inp inp--year' : 'inp'}
              name={`${frame.name}.${part}`}
              inputMode="numeric"
              dir="ltr"
              maxLength={part === 'year' ? 4 : 2}
              autoComplete="off"
              defaultValue={parts[part]}
              aria-invalid={ties['aria-invalid']}
              {...boxes?.[part]}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
