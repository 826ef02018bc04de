import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { placer } from '../patterns/whisker-plot.tsx'
import { type Scale, tensOf, type Threshold } from './ranking-line.ts'

/** The tens of the scale above the plots. */
export function AxisScale({ axis, scale }: { axis: Scale; scale: Scale }) {
  const t = useT()
  const format = useFormat()
  const x = placer(axis, t.locale === 'ar')
  return (
    <svg className="rk__axis" aria-hidden="true">
      {tensOf(axis, scale).map((ten) => (
        <text key={ten} x={`${x(ten)}%`} y="12" textAnchor="middle">
          {format.number(ten)}
        </text>
      ))}
    </svg>
  )
}

/** Percent of the plot: from where on a name fits before its line, and what it takes after it. */
const EDGE = 20
const ROOM = 36

/** What each dashed line is, under the plot; said in the key below. */
export function ThresholdNames({ thresholds, axis }: { thresholds: readonly Threshold[]; axis: Scale }) {
  const t = useT()
  const format = useFormat()
  const x = placer(axis, t.locale === 'ar')
  const places = [...thresholds].sort((a, b) => x(a.at) - x(b.at))
  const [first, second] = places
  // The first of two goes before its line, unless it stands at the edge of the plot and the other leaves it room.
  const isBefore =
    first !== undefined && second !== undefined && (x(first.at) > EDGE || x(second.at) - x(first.at) < ROOM)
  return (
    <tfoot aria-hidden="true">
      <tr>
        <td colSpan={2} />
        <td>
          <svg className="rk__axis">
            {places.map(({ type, label, at }, index) => (
              <text
                key={type}
                x={`${x(at)}%`}
                dx={index === 0 && isBefore ? 6 : -6}
                y="12"
                textAnchor={index === 0 && isBefore ? 'end' : 'start'}
              >
                {`${shownIn(label, t.locale)?.text ?? ''} ${format.number(at)}`}
              </text>
            ))}
          </svg>
        </td>
        <td colSpan={2} />
      </tr>
    </tfoot>
  )
}
