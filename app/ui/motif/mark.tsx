import { inset, kites, pointsOf } from './geometry.ts'

/** The mark: eight kites, one set apart. Never mirrored. `one` is the version in one colour. */
export function Mark({ size = 40, one = false }: { size?: number; one?: boolean }) {
  const c = size / 2
  return (
    <svg
      className={one ? 'mark mark--one' : 'mark'}
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
    >
      {kites(c, c, c).map((kite, k) => (
        <polygon
          key={k}
          className={k === 1 ? 'm1' : 'm0'}
          points={pointsOf(inset(kite, (0.9 * size) / 40))}
        />
      ))}
    </svg>
  )
}
