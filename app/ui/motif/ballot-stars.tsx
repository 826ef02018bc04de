import { khatim, pointsOf } from './geometry.ts'

/** One ink star for each ballot in the box, dashed for those still missing: ballots are counted, never people. */
export function BallotStars({ cast, expected }: { cast: number; expected: number }) {
  const count = Math.max(cast, expected)
  return (
    <svg className="ballot-stars" viewBox={`0 0 ${count * 24} 20`} width={count * 24} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <g key={at} className={at < cast ? 'ballot-star' : 'ballot-star ballot-star--missing'}>
          <polygon points={pointsOf(khatim(at * 24 + 10, 10, 9))} />
        </g>
      ))}
    </svg>
  )
}
