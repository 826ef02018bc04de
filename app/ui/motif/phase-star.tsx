import { khatim, pointsOf } from './geometry.ts'

export type PhaseState = 'done' | 'now' | 'next'

/** Outline for what is to come, outline with a core for what is current, solid for what is over. */
export function PhaseStar({ state, size = 22 }: { state: PhaseState; size?: number }) {
  const c = size / 2
  return (
    <svg
      className={`pstar pstar--${state}`}
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
    >
      <polygon points={pointsOf(khatim(c, c, c - 1))} />
      {state === 'now' ? <polygon className="in" points={pointsOf(khatim(c, c, (c - 1) * 0.5))} /> : null}
    </svg>
  )
}
