/** Everything is built from the eight-fold division of the circle (experience.md section 5). */
export type Point = readonly [number, number]
export type Polygon = readonly Point[]

const DEGREE = Math.PI / 180
/** Khatim {8/2}: inner radius over outer radius. */
export const KHATIM = Math.cos(45 * DEGREE) / Math.cos(22.5 * DEGREE)
/** Star {8/3}, drawn in the octagon by two rays at 67.5 degrees. */
export const STAR_8_3 = Math.cos(67.5 * DEGREE) / Math.cos(45 * DEGREE)

export const polar = (cx: number, cy: number, radius: number, degrees: number): Point => [
  cx + radius * Math.cos(degrees * DEGREE),
  cy + radius * Math.sin(degrees * DEGREE),
]

/** Two decimals: enough for the eye, and the same text on server and browser. */
export const short = (n: number): string => String(Math.round(n * 100) / 100)
export const pointsOf = (polygon: Polygon): string =>
  polygon.map(([x, y]) => `${short(x)},${short(y)}`).join(' ')

const tenth = (n: number): number => Math.round(n * 10)
/** The same path in relative steps of a tenth: a field of a thousand tiles weighs half. No drift: steps are between rounded points. */
export function compactPath(polygon: Polygon): string {
  let d = ''
  let [x, y] = [0, 0]
  polygon.forEach(([px, py], i) => {
    const [nx, ny] = [tenth(px), tenth(py)]
    const [dx, dy] = [String((nx - x) / 10), String((ny - y) / 10)]
    d +=
      i === 0
        ? `M${dx} ${dy}l`
        : `${i > 1 && !dx.startsWith('-') ? ' ' : ''}${dx}${dy.startsWith('-') ? '' : ' '}${dy}`
    ;[x, y] = [nx, ny]
  })
  return `${d}z`
}

const eight = [0, 1, 2, 3, 4, 5, 6, 7] as const

export const khatim = (cx: number, cy: number, radius: number, turn = -90): Polygon =>
  eight.flatMap((k) => [
    polar(cx, cy, radius, turn + 45 * k),
    polar(cx, cy, radius * KHATIM, turn + 45 * k + 22.5),
  ])

/** The eight kites that assemble the khatim, k = 0 at the top, clockwise. */
export const kites = (cx: number, cy: number, radius: number): Polygon[] =>
  eight.map((k) => {
    const a = -90 + 45 * k
    return [
      [cx, cy],
      polar(cx, cy, radius * KHATIM, a - 22.5),
      polar(cx, cy, radius, a),
      polar(cx, cy, radius * KHATIM, a + 22.5),
    ]
  })

const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y) || 1
  return [x / length, y / length]
}
const at = (polygon: Polygon, i: number): Point => polygon[(i + polygon.length) % polygon.length] ?? [0, 0]

/** The polygon moved inwards by `d`, parallel to its sides: the joint between two tiles. */
export function inset(polygon: Polygon, d: number): Polygon {
  const doubleArea = polygon.reduce((sum, [x, y], i) => {
    const [nx, ny] = at(polygon, i + 1)
    return sum + x * ny - nx * y
  }, 0)
  const side = doubleArea > 0 ? 1 : -1
  return polygon.map((corner, i) => {
    const before = at(polygon, i - 1)
    const after = at(polygon, i + 1)
    const u = unit([corner[0] - before[0], corner[1] - before[1]])
    const v = unit([after[0] - corner[0], after[1] - corner[1]])
    const n1: Point = [-u[1] * side, u[0] * side]
    const n2: Point = [-v[1] * side, v[0] * side]
    const bisector = unit([n1[0] + n2[0], n1[1] + n2[1]])
    const reach = d / Math.max(0.25, bisector[0] * n1[0] + bisector[1] * n1[1])
    return [corner[0] + bisector[0] * reach, corner[1] + bisector[1] * reach]
  })
}

/** mulberry32: a fixed sequence for a seed, so that the picture never changes between two renders. */
export function sequence(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
