import { khatim, pointsOf, STAR_8_3 } from '../motif/geometry.ts'
import { PrizeMark, type PrizeKind } from '../motif/prize-mark.tsx'

/** The one piece set apart, on the traced ground from which it was cut. Decoration only. */
export function StarPanel({ kind }: { kind: PrizeKind }) {
  const centres = [0, 1, 2, 3, 4, 5].flatMap((column) =>
    [0, 1, 2].map((row) => [column * 84 - 42, row * 84] as const),
  )
  return (
    <div className="top" data-theme="dark">
      <svg
        className="ln"
        viewBox="0 0 420 148"
        width="420"
        height="148"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        {centres.map(([x, y]) => (
          <g key={`${x} ${y}`}>
            <polygon points={pointsOf(khatim(x, y - 10, 42))} />
            <polygon points={pointsOf(khatim(x + 42, y + 32, 42 * STAR_8_3, 22.5))} />
          </g>
        ))}
      </svg>
      <span className="star">
        <PrizeMark kind={kind} size={80} />
      </span>
    </div>
  )
}
