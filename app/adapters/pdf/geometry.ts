/** Points of the eight-fold motif (experience.md section 5): khatim, kites, and the 4.8.8 field by Hankin's method. */
export type Point = readonly [number, number]
export type Polygon = readonly Point[]
export type Tile = {
  readonly shape: 'star' | 'kite' | 'hexagon' | 'square'
  readonly centre: Point
  readonly polygon: Polygon
}

const DEGREE = Math.PI / 180
/** Inner over outer radius of the star {8/2}: 0.76537. */
const KHATIM = Math.cos(45 * DEGREE) / Math.cos(22.5 * DEGREE)
/** Inner over outer radius of the star {8/3}: 0.54120. */
const STAR = Math.cos(67.5 * DEGREE) / Math.cos(45 * DEGREE)
const SQUARE_STAR = 0.1464466

export const polar = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.cos(degrees * DEGREE),
  y + radius * Math.sin(degrees * DEGREE),
]
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, k) => make(k))

export const khatim = (centre: Point, radius: number, turn = -90): Polygon =>
  times(8, (k) => [
    polar(centre, radius, turn + 45 * k),
    polar(centre, radius * KHATIM, turn + 45 * k + 22.5),
  ]).flat()

/** The khatim cut into its eight pieces, the first at the top, clockwise. */
export const kites = (centre: Point, radius: number): Polygon[] =>
  times(8, (k) => {
    const angle = -90 + 45 * k
    return [
      centre,
      polar(centre, radius * KHATIM, angle - 22.5),
      polar(centre, radius, angle),
      polar(centre, radius * KHATIM, angle + 22.5),
    ]
  })

const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y) || 1
  return [x / length, y / length]
}
const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
const turned = ([x, y]: Point, side: number): Point => [-y * side, x * side]

/** Moves every side inwards by `distance`: the joint between two tiles. */
export function inset(polygon: Polygon, distance: number): Polygon {
  const at = (index: number): Point => polygon[(index + polygon.length) % polygon.length] ?? [0, 0]
  const area = polygon.reduce((sum, [x, y], k) => sum + x * at(k + 1)[1] - at(k + 1)[0] * y, 0)
  const side = area > 0 ? 1 : -1
  return polygon.map((corner, k) => {
    const before = turned(unit(minus(corner, at(k - 1))), side)
    const after = turned(unit(minus(at(k + 1), corner)), side)
    const middle = unit([before[0] + after[0], before[1] + after[1]])
    const reach = distance / Math.max(0.25, middle[0] * before[0] + middle[1] * before[1])
    return [corner[0] + middle[0] * reach, corner[1] + middle[1] * reach]
  })
}

const towards = (from: Point, to: Point, distance: number): Point => {
  const [x, y] = unit(minus(to, from))
  return [from[0] + x * distance, from[1] + y * distance]
}

function octagonTiles(centre: Point, apothem: number): Tile[] {
  const radius = apothem * STAR
  const star: Tile = { shape: 'star', centre, polygon: khatim(centre, radius, 22.5) }
  const around = times(8, (k): Tile => {
    const angle = 45 * k
    const polygon = [
      polar(centre, apothem, angle),
      polar(centre, radius, angle + 22.5),
      polar(centre, radius * KHATIM, angle),
      polar(centre, radius, angle - 22.5),
    ]
    return { shape: 'kite', centre: polar(centre, apothem * 0.72, angle), polygon }
  })
  return [star, ...around]
}

function squareTiles(centre: Point, edge: number, apothem: number): Tile[] {
  const inner = SQUARE_STAR * edge * Math.SQRT2
  const square = times(4, (k) => [
    polar(centre, edge / 2, 45 + 90 * k),
    polar(centre, inner, 90 + 90 * k),
  ]).flat()
  const corners = times(4, (k): Tile => {
    const angle = 90 * k
    const corner = polar(centre, edge / Math.SQRT2, angle)
    const outward = polar(corner, edge / 2, angle)
    const first = towards(polar(outward, apothem, angle - 90), corner, apothem * STAR)
    const second = towards(polar(outward, apothem, angle + 90), corner, apothem * STAR)
    const [before, after] = [polar(centre, edge / 2, angle - 45), polar(centre, edge / 2, angle + 45)]
    const polygon = [before, first, outward, second, after, polar(centre, inner, angle)]
    return { shape: 'hexagon', centre: corner, polygon }
  })
  return [{ shape: 'square', centre, polygon: square }, ...corners]
}

export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Every tile whose centre lies in the box (and one edge beyond); an octagon stands exactly on `origin`. */
export function field(box: Box, edge: number, origin: Point): Tile[] {
  const pitch = edge * (1 + Math.SQRT2)
  const range = (from: number, to: number, start: number): number[] => {
    const first = Math.floor((from - start) / pitch) - 1
    return times(Math.ceil((to - start) / pitch) + 1 - first + 1, (k) => first + k)
  }
  const tiles = range(box.left, box.right, origin[0]).flatMap((i) =>
    range(box.top, box.bottom, origin[1]).flatMap((j) => {
      const octagon: Point = [origin[0] + i * pitch, origin[1] + j * pitch]
      const square: Point = [octagon[0] + pitch / 2, octagon[1] + pitch / 2]
      return [...octagonTiles(octagon, pitch / 2), ...squareTiles(square, edge, pitch / 2)]
    }),
  )
  return tiles.filter(
    ({ centre: [x, y] }) =>
      x > box.left - edge && x < box.right + edge && y > box.top - edge && y < box.bottom + edge,
  )
}
