import { everyWeek } from '#app/domain/campaign/submission-weeks.ts'

export type Week = { readonly category: string; readonly week: number; readonly count: number }
/** What came in, week by week, between the opening and the closing of an edition; instants in milliseconds. */
export type Received = {
  readonly year: number
  readonly opens: number
  readonly closes: number
  readonly weeks: readonly Week[]
}
/** `share`: of the time for submitting, 0 at its opening, 1 at its closing. */
export type CurvePoint = { readonly week: number; readonly share: number; readonly sum: number }

const WEEK = 7 * 86_400_000
const WIDTH = 256
const HEIGHT = 68
const LABELS = 40
const APART = 13

/**
 * The running total of one category at the end of each week of an edition, every week present: one without a file is
 * level, not absent. The last point of a running edition stands at `now`.
 */
export function cumulative(
  { opens, closes, weeks }: Received,
  category: string,
  now: number,
): readonly CurvePoint[] {
  const all = everyWeek(
    opens,
    weeks.map(({ week }) => week),
  )
  const span = Math.max(1, closes - opens)
  let sum = 0
  return all.map((week) => {
    sum += weeks.find((one) => one.week === week && one.category === category)?.count ?? 0
    const share = (Math.min(week + WEEK, now) - opens) / span
    return { week, share: Math.min(1, Math.max(0, share)), sum }
  })
}

type Line = { readonly year: number; readonly points: readonly CurvePoint[] }
type End = Pick<CurvePoint, 'share' | 'sum'>
const heightOf = (sum: number, most: number): number => HEIGHT + 8 - (sum / Math.max(1, most)) * HEIGHT

/** An edition whose time has run out stayed at its last number until the closing. */
const whole = ({ year, points }: Line): { year: number; points: readonly End[] } => ({
  year,
  points: [...points, { share: 1, sum: points.at(-1)?.sum ?? 0 }],
})

/** Before the first week nothing had come: a line starts from the axis at the opening. */
const drawn = (points: readonly End[], most: number): string =>
  [{ share: 0, sum: 0 }, ...points]
    .map(({ share, sum }) => `${(share * WIDTH).toFixed(1)},${heightOf(sum, most).toFixed(1)}`)
    .join(' ')

/** The year at the end of each line; two that would touch are moved apart, the higher line keeps the higher place. */
function Years({
  lines,
  most,
}: {
  lines: readonly { year: number; points: readonly End[] }[]
  most: number
}) {
  const ends = lines.map(({ year, points }) => {
    const end = points.at(-1)
    // Beside the end of its line, yet never on the axis, which would strike the year through.
    const y = Math.min(heightOf(end?.sum ?? 0, most) + 4, heightOf(0, most) - 3)
    return { year, x: (end?.share ?? 0) * WIDTH + 5, y }
  })
  const [now, old] = ends
  const near = now && old && Math.abs(now.y - old.y) < APART && Math.abs(now.x - old.x) < LABELS
  const shift = near ? (APART - Math.abs(now.y - old.y)) / 2 : 0
  const up = near && old.y < now.y ? -1 : 1
  return (
    <>
      {ends.map(({ year, x, y }, index) => (
        <text
          key={year}
          className={index === 0 ? 'ln-year ln-year--now' : 'ln-year'}
          x={x.toFixed(1)}
          y={(y + (index === 0 ? -shift : shift) * up).toFixed(1)}
        >
          {year}
        </text>
      ))}
    </>
  )
}

/** This edition filled, the one before in thin dashes, on one scale of files and on the share of time that has passed. */
export function Curve({ lines, most, label }: { lines: readonly Line[]; most: number; label: string }) {
  const [now, before] = lines
  const old = before && whole(before)
  const base = HEIGHT + 8
  const points = now?.points ?? []
  return (
    <svg viewBox={`0 0 ${WIDTH + (old ? LABELS : 0)} ${base + 4}`} role="img" aria-label={label}>
      <polygon
        className="ln-area"
        points={`0,${base} ${drawn(points, most)} ${((points.at(-1)?.share ?? 0) * WIDTH).toFixed(1)},${base}`}
      />
      <line className="ln-grid" x1="0" x2={WIDTH} y1={base} y2={base} />
      {old ? <polyline className="ln-old" points={drawn(old.points, most)} /> : null}
      <polyline className="ln-now" points={drawn(points, most)} />
      {now && old ? <Years lines={[now, old]} most={most} /> : null}
    </svg>
  )
}
