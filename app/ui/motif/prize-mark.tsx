import { khatim, pointsOf, polar, short } from './geometry.ts'

export type PrizeKind = 'excellence' | 'grand' | 'encouragement' | 'jury' | 'other' | 'withheld'

/** What a prize is drawn as: its lines about the point (c, c), within the radius r. */
export const prizeShape = (kind: PrizeKind, c: number, r: number) => {
  const star = pointsOf(khatim(c, c, r))
  switch (kind) {
    case 'excellence':
      return <polygon className="p-fill" points={star} />
    case 'grand':
      return (
        <>
          <polygon className="p-fill" points={star} />
          <circle className="p-hole" cx={c} cy={c} r={short(r * 0.34)} />
        </>
      )
    case 'encouragement':
      return (
        <>
          <polygon className="p-line" points={star} />
          <polygon className="p-fill" points={pointsOf(khatim(c, c, r * 0.5))} />
        </>
      )
    case 'jury':
      return (
        <polygon
          className="p-fill"
          points={pointsOf([-90, 0, 90, 180].map((angle) => polar(c, c, r, angle)))}
        />
      )
    case 'other':
      return <polygon className="p-line" points={star} />
    case 'withheld':
      return <polygon className="p-dash" points={star} />
  }
}

/** One mark per kind of prize; always beside its name. Saffron is for prizes and nothing else. */
export function PrizeMark({ kind, size = 20 }: { kind: PrizeKind; size?: number }) {
  const c = size / 2
  return (
    <svg
      className={`prize prize--${kind}`}
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
    >
      {prizeShape(kind, c, c - 0.75)}
    </svg>
  )
}
