import { field, type FieldOptions } from './field.ts'

const hero: FieldOptions = {
  width: 720,
  height: 660,
  edge: 58,
  seed: 7,
  start: 0.02,
  soft: 0.5,
  joint: 1.7,
  gold: [0.58, 0.5],
}
const band: FieldOptions = {
  width: 760,
  height: 150,
  edge: 34,
  seed: 11,
  start: -0.1,
  soft: 0.55,
  joint: 1.5,
  gold: [0.45, 0.5],
}

/** The field of the home page: tiles grow toward the end side, one is saffron. Decoration only. */
export function HeroField({ phone = false }: { phone?: boolean }) {
  const options = phone ? band : hero
  const drawn = field(options)
  return (
    <svg
      className="panel panel--flip"
      viewBox={`0 0 ${options.width} ${options.height}`}
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
    >
      <g className="trace">
        {drawn.circles.map((circle) => (
          <g key={`${circle.x} ${circle.y}`} opacity={circle.opacity}>
            <circle cx={circle.x} cy={circle.y} r={circle.r} />
            <circle className="pt" cx={circle.x} cy={circle.y} r="1.6" />
          </g>
        ))}
        {drawn.lines.map((line) => (
          <path key={line.opacity} d={line.d} opacity={line.opacity} />
        ))}
      </g>
      <g className="tiles">
        {drawn.glazes.map((glaze) => (
          <path key={glaze.name} className={glaze.name} d={glaze.d} />
        ))}
      </g>
    </svg>
  )
}
