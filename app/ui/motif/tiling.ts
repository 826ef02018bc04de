import { khatim, KHATIM, type Point, polar, type Polygon, STAR_8_3 } from './geometry.ts'

export type Tile = {
  readonly kind: 'star' | 'kite' | 'hex' | 'quad'
  readonly centre: Point
  readonly polygon: Polygon
}
export type Frame = {
  readonly width: number
  readonly height: number
  readonly edge: number
  readonly origin?: Point
}

const toward = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return [
    from[0] + ((to[0] - from[0]) / length) * distance,
    from[1] + ((to[1] - from[1]) / length) * distance,
  ]
}

const octagonTiles = (cx: number, cy: number, apothem: number): Tile[] => {
  const star: Tile = { kind: 'star', centre: [cx, cy], polygon: khatim(cx, cy, apothem * STAR_8_3, 22.5) }
  const around = [0, 45, 90, 135, 180, 225, 270, 315].map((angle): Tile => ({
    kind: 'kite',
    centre: polar(cx, cy, apothem * 0.72, angle),
    polygon: [
      polar(cx, cy, apothem, angle),
      polar(cx, cy, apothem * STAR_8_3, angle + 22.5),
      polar(cx, cy, apothem * STAR_8_3 * KHATIM, angle),
      polar(cx, cy, apothem * STAR_8_3, angle - 22.5),
    ],
  }))
  return [star, ...around]
}

/** The square between four octagons, its four-point star and the hexagon around each of its corners. */
const squareTiles = (sx: number, sy: number, edge: number, apothem: number): Tile[] => {
  const inner = 0.1464466 * edge * Math.SQRT2
  const corners = [0, 90, 180, 270]
  const quad = corners.flatMap((angle) => [
    polar(sx, sy, edge / 2, angle + 45),
    polar(sx, sy, inner, angle + 90),
  ])
  const hexes = corners.map((angle): Tile => {
    const vertex = polar(sx, sy, edge / Math.SQRT2, angle)
    const outer = polar(vertex[0], vertex[1], edge / 2, angle)
    const left = polar(outer[0], outer[1], apothem, angle - 90)
    const right = polar(outer[0], outer[1], apothem, angle + 90)
    return {
      kind: 'hex',
      centre: vertex,
      polygon: [
        polar(sx, sy, edge / 2, angle - 45),
        toward(left, vertex, apothem * STAR_8_3),
        outer,
        toward(right, vertex, apothem * STAR_8_3),
        polar(sx, sy, edge / 2, angle + 45),
        polar(sx, sy, inner, angle),
      ],
    }
  })
  return [{ kind: 'quad', centre: [sx, sy], polygon: quad }, ...hexes]
}

/** Hankin's construction, contact angle 67.5 degrees, on the 4.8.8 tiling. */
export function tiling({ width, height, edge, origin = [0, 0] }: Frame): Tile[] {
  const pitch = edge * (1 + Math.SQRT2)
  const out: Tile[] = []
  for (let i = Math.floor(-origin[0] / pitch) - 1; i <= Math.ceil((width - origin[0]) / pitch) + 1; i++) {
    for (let j = Math.floor(-origin[1] / pitch) - 1; j <= Math.ceil((height - origin[1]) / pitch) + 1; j++) {
      const [cx, cy] = [origin[0] + i * pitch, origin[1] + j * pitch]
      out.push(...octagonTiles(cx, cy, pitch / 2))
      out.push(...squareTiles(cx + pitch / 2, cy + pitch / 2, edge, pitch / 2))
    }
  }
  const near = ([x, y]: Point): boolean => x > -edge && x < width + edge && y > -edge && y < height + edge
  return out.filter((tile) => near(tile.centre))
}
