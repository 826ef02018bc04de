import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { type Axis, placer, type PlotMarks, WhiskerPlot } from './whisker-plot.tsx'

export type WhiskerRow = PlotMarks & {
  readonly key: string
  readonly name: string
  readonly note?: ReactNode
  readonly low: number
  readonly high: number
  readonly below?: boolean
}
type Props = {
  rows: readonly WhiskerRow[]
  axis: Axis
  threshold?: number
  /** What the dashed line is, when it is not an advisory threshold. */
  line?: string
  label: string
}

/** Estimates with their intervals; the axis is printed, since it need not start at zero. */
export function DotWhisker({ rows, axis, threshold, line, label }: Props) {
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
          {threshold === undefined ? null : (
            <span>{line ?? t('work.plot.threshold', { value: threshold })}</span>
          )}
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
            <WhiskerPlot marks={row} x={x} thresholds={threshold === undefined ? [] : [threshold]} />
          </div>
          <bdi className="dw__value">{format.number(row.value, 1)}</bdi>
        </div>
      ))}
    </figure>
  )
}
