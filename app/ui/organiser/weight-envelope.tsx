import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import type { StudiedCriterion } from './simulation-values.ts'

const [WIDTH, HEIGHT, MARGIN] = [100, 40, 4] as const
const round = (value: number): number => Math.round(value * 100) / 100

/** Places on the drawing: weight along the reading direction, the least score below. */
function scales(envelope: StudiedCriterion['envelope'], rtl: boolean) {
  const scores = envelope.map(({ score }) => score)
  const [least, most] = [Math.min(...scores), Math.max(...scores)]
  const span = most - least || 1
  return {
    x: (at: number): number => round(WIDTH * (rtl ? 1 - at : at)),
    y: (score: number): number => round(HEIGHT - MARGIN - ((score - least) / span) * (HEIGHT - 2 * MARGIN)),
  }
}

/** The best score as one weight goes from nothing to all (the upper envelope): a new line is a new leader. */
export function WeightEnvelope({ criterion, label }: { criterion: StudiedCriterion; label: string }) {
  const t = useT()
  const { envelope, now, intervals, below, above } = criterion
  const { x, y } = scales(envelope, t.locale === 'ar')
  const leads = (from: number, to: number): boolean =>
    from <= Number(now.percent) / 100 && Number(now.percent) / 100 <= to
  const current = x(Number(now.percent) / 100)
  const [low, high] = [x(Number(below?.at.percent ?? 0) / 100), x(Number(above?.at.percent ?? 100) / 100)]
  return (
    <svg
      className="wenv"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect
        className="wenv__stay"
        x={Math.min(low, high)}
        y="0"
        width={Math.abs(high - low)}
        height={HEIGHT}
      />
      {intervals.map((interval, at) => {
        const [start, end] = [envelope[at], envelope[at + 1]]
        if (start === undefined || end === undefined) return null
        return (
          <line
            key={interval.from.exact}
            className={classes('wenv__line', !leads(start.at, end.at) && 'wenv__line--other')}
            x1={x(start.at)}
            y1={y(start.score)}
            x2={x(end.at)}
            y2={y(end.score)}
          />
        )
      })}
      {intervals.slice(1).map(({ from }) => (
        <line
          key={from.exact}
          className="wenv__turn"
          x1={x(Number(from.percent) / 100)}
          x2={x(Number(from.percent) / 100)}
          y1="0"
          y2={HEIGHT}
        />
      ))}
      <line className="wenv__now" x1={current} x2={current} y1="0" y2={HEIGHT} />
    </svg>
  )
}
