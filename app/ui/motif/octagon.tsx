import { khatim, pointsOf, polar, STAR_8_3 } from './geometry.ts'

/** One octagon of the tiling, in lines: what will be here is not laid yet. */
export function Octagon({ size = 92 }: { size?: number }) {
  const c = size / 2
  const r = c - 1
  const outer = [0, 45, 90, 135, 180, 225, 270, 315].flatMap((angle) => [
    polar(c, c, r, angle),
    polar(c, c, r * STAR_8_3, angle + 22.5),
  ])
  return (
    <svg className="octagon" viewBox={`0 0 ${size} ${size}`} width={size} height={size} aria-hidden="true">
      <polygon points={pointsOf(outer)} />
      <polygon points={pointsOf(khatim(c, c, r * STAR_8_3, 22.5))} />
    </svg>
  )
}
