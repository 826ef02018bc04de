import { inset, kites, pointsOf } from './geometry.ts'

export type SectionState = 'done' | 'part' | 'now' | 'todo'

/** Eight kites for the eight sections of a dossier; any other number of sections becomes a segmented bar. */
export function SectionMeter({
  states,
  label,
  size = 80,
}: {
  states: readonly SectionState[]
  label: string
  size?: number
}) {
  if (states.length !== 8) {
    return (
      <div className="stackbar" role="img" aria-label={label}>
        {states.map((state, k) => (
          <span
            key={k}
            className={`grow-1 ${state === 'done' ? 'done' : state === 'part' ? 'part at-50' : ''}`}
          />
        ))}
      </div>
    )
  }
  const c = size / 2
  return (
    <svg
      className="kmeter"
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
    >
      {kites(c, c, c - 1).map((kite, k) => (
        <polygon
          key={k}
          className={`k-${states[k] ?? 'todo'}`}
          points={pointsOf(inset(kite, (1.1 * size) / 64))}
        />
      ))}
    </svg>
  )
}
