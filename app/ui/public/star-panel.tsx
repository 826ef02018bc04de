import { compactPath, STAR_8_3 } from '../motif/geometry.ts'
import { prizeShape, type PrizeKind } from '../motif/prize-mark.tsx'
import { tiling } from '../motif/tiling.ts'

const WIDTH = 420
const HEIGHT = 148
const EDGE = 58
/** Where the piece set apart stands; the tiling is laid from it, so that it is one of its stars. */
const PIECE = [249, 95] as const
const RADIUS = ((EDGE * (1 + Math.SQRT2)) / 2) * STAR_8_3
const LINES = tiling({ width: WIDTH, height: HEIGHT, edge: EDGE, origin: PIECE })
  .map(({ polygon }) => compactPath(polygon))
  .join('')

/** The one piece set apart, on the traced ground from which it was cut (experience.md section 5). Decoration only. */
export function StarPanel({ kind }: { kind: PrizeKind }) {
  // A star lies in the tiling between the axes of the mark; the diamond is no piece of it and stands upright.
  const turn = kind === 'jury' ? '' : ' rotate(22.5)'
  return (
    <div className="top" data-theme="dark">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        <path className="ln" d={LINES} />
        <g className="prize" transform={`translate(${PIECE.join(' ')})${turn}`}>
          {prizeShape(kind, 0, RADIUS)}
        </g>
      </svg>
    </div>
  )
}
