import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'

export type WhiskerRow = {
  readonly key: string
  readonly name: string
  readonly note?: ReactNode
  readonly value: number
  readonly low: number
  readonly high: number
  /** A second, lighter mark: the advisory figure. */
  readonly second?: number
  /** Individual scores, without names. */
  readonly ticks?: readonly number[]
  readonly below?: boolean
}
type Props = {
  rows: readonly WhiskerRow[]
  axis: readonly [number, number]
  threshold?: number
  label: string
}

/** Percent of the plot from its physical left; the axis follows the reading direction. */
const placer =
  ([low, high]: readonly [number, number], rtl: boolean) =>
  (value: number): number => {
    const share = Math.max(0, Math.min(1, (value - low) / (high - low))) * 100
    return Math.round((rtl ? 100 - share : share) * 100) / 100
  }

function Plot({
  row,
  x,
  threshold,
}: {
  row: WhiskerRow
  x: (value: number) => number
  threshold: number | undefined
}) {
  const [start, end] = [Math.min(x(row.low), x(row.high)), Math.max(x(row.low), x(row.high))]
  const wide =
    row.ticks !== undefined && row.ticks.length > 1 && Math.max(...row.ticks) - Math.min(...row.ticks) > 25
  return (
    <svg className={wide ? 'plot plot--wide' : 'plot'} aria-hidden="true">
      <line className="plot-line" x1="0%" x2="100%" y1="26" y2="26" />
      {threshold === undefined ? null : (
        <line className="plot-threshold" x1={`${x(threshold)}%`} x2={`${x(threshold)}%`} y1="0" y2="52" />
      )}
      <rect
        className="plot-whisker"
        x={`${start}%`}
        y="25"
        width={`${Math.max(0.2, end - start)}%`}
        height="2"
      />
      <rect className="plot-whisker" x={`${start}%`} y="21" width="2" height="10" />
      <rect className="plot-whisker" x={`${end}%`} y="21" width="2" height="10" />
      {row.second === undefined ? null : (
        <circle className="plot-second" cx={`${x(row.second)}%`} cy="26" r="5" />
      )}
      <circle className="plot-dot" cx={`${x(row.value)}%`} cy="26" r="7" />
      {row.ticks?.map((tick, i) => (
        <rect key={i} className="plot-tick" x={`${x(tick)}%`} y="37" width="2" height="8" />
      ))}
    </svg>
  )
}

/** Estimates with their intervals; the axis is printed, since it need not start at zero. */
export function DotWhisker({ rows, axis, threshold, label }: Props) {
  const t = useT()
  const format = useFormat()
  const x = placer(axis, t.locale === 'ar')
  const words = (row: WhiskerRow): string =>
    t('work.plot.row', {
      name: row.name,
      value: format.number(row.value, 1),
      interval: t('common.chart.interval', {
        low: format.number(row.low, 1),
        high: format.number(row.high, 1),
      }),
    })
  return (
    <figure className="dw" aria-label={label}>
      <div className="dw__axis">
        <span />
        <span>
          <bdi>{format.number(axis[0])}</bdi>
          {threshold === undefined ? null : <span>{t('work.plot.threshold', { value: threshold })}</span>}
          <bdi>{format.number(axis[1])}</bdi>
        </span>
        <span />
      </div>
      {rows.map((row) => (
        <div key={row.key} className={row.below === true ? 'dw__row dw__row--low' : 'dw__row'}>
          <div className="dw__name">
            <b>
              <bdi>{row.name}</bdi>
            </b>
            {row.note === undefined ? null : <small>{row.note}</small>}
          </div>
          <div role="img" aria-label={words(row)}>
            <Plot row={row} x={x} threshold={threshold} />
          </div>
          <bdi className="dw__value">{format.number(row.value, 1)}</bdi>
        </div>
      ))}
    </figure>
  )
}
