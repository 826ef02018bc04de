/** What one row of a plot shows, in the unit of its axis. */
export type PlotMarks = {
  readonly value: number
  /** The interval; absent where none can be given. */
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** A second, lighter mark: the advisory figure. */
  readonly second?: number | undefined
  /** Individual scores, without names. */
  readonly ticks?: readonly number[] | undefined
}
export type Axis = readonly [low: number, high: number]

/** The spread from which a row says that its readers disagree, in parts of the whole scale. */
const WIDE = 0.25

/** Percent of the plot from its physical left; the axis follows the reading direction. */
export const placer =
  ([low, high]: Axis, rtl: boolean) =>
  (value: number): number => {
    const share = Math.max(0, Math.min(1, (value - low) / (high - low))) * 100
    return Math.round((rtl ? 100 - share : share) * 100) / 100
  }

function Whisker({ low, high, x }: { low: number; high: number; x: (value: number) => number }) {
  const [start, end] = [Math.min(x(low), x(high)), Math.max(x(low), x(high))]
  return (
    <>
      <rect
        className="plot-whisker"
        x={`${start}%`}
        y="-1"
        width={`${Math.max(0.2, end - start)}%`}
        height="2"
      />
      <rect className="plot-whisker" x={`${start}%`} y="-5" width="2" height="10" />
      <rect className="plot-whisker" x={`${end}%`} y="-5" width="2" height="10" />
    </>
  )
}

/** One row of a dot-and-whisker plot; for the eye only, the numbers stand beside it. */
export function WhiskerPlot({
  marks,
  x,
  lines = [],
  thresholds = [],
  whole = 100,
}: {
  marks: PlotMarks
  x: (value: number) => number
  lines?: readonly number[]
  thresholds?: readonly number[]
  /** From the lowest to the highest score that there can be. */
  whole?: number
}) {
  const { value, low, high, second, ticks } = marks
  const wide =
    ticks !== undefined && ticks.length > 1 && Math.max(...ticks) - Math.min(...ticks) > WIDE * whole
  return (
    <svg className={wide ? 'plot plot--wide' : 'plot'} aria-hidden="true">
      {lines.map((line) => (
        <line key={line} className="plot-grid" x1={`${x(line)}%`} x2={`${x(line)}%`} y1="0" y2="100%" />
      ))}
      <line className="plot-line" x1="0%" x2="100%" y1="50%" y2="50%" />
      {thresholds.map((threshold) => (
        <line
          key={threshold}
          className="plot-threshold"
          x1={`${x(threshold)}%`}
          x2={`${x(threshold)}%`}
          y1="0"
          y2="100%"
        />
      ))}
      {/* The marks stand half way down, whatever a long name makes of the row. */}
      <svg y="50%" overflow="visible">
        {low === undefined || high === undefined ? null : <Whisker low={low} high={high} x={x} />}
        {second === undefined ? null : <circle className="plot-second" cx={`${x(second)}%`} cy="0" r="5" />}
        <circle className="plot-dot" cx={`${x(value)}%`} cy="0" r="7" />
        {ticks?.map((tick, i) => (
          <rect key={i} className="plot-tick" x={`${x(tick)}%`} y="11" width="2" height="8" />
        ))}
      </svg>
    </svg>
  )
}
