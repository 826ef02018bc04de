export type Point = readonly [x: number, y: number]
export type Lowest = { readonly at: Point; readonly value: number }

const STEPS = 400
const CLOSE = 1e-9

type Corner = { readonly at: Point; readonly value: number }

const along = (from: Point, to: Point, by: number): Point => [
  from[0] + by * (to[0] - from[0]),
  from[1] + by * (to[1] - from[1]),
]
const isSmall = ([a, b, c]: readonly [Corner, Corner, Corner]): boolean =>
  [b, c].every(({ at }) =>
    [0, 1].every(
      (k) => Math.abs((at[k] as number) - (a.at[k] as number)) < CLOSE * (1 + Math.abs(a.at[k] as number)),
    ),
  )

/** One step of Nelder and Mead: reflect, stretch or pull in the worst corner, or shrink towards the best. */
function next(of: (at: Point) => number, [best, middle, worst]: readonly [Corner, Corner, Corner]): Corner[] {
  const corner = (at: Point): Corner => ({ at, value: of(at) })
  const centre = along(best.at, middle.at, 0.5)
  const reflected = corner(along(centre, worst.at, -1))
  if (reflected.value < best.value) {
    const stretched = corner(along(centre, worst.at, -2))
    return [best, middle, stretched.value < reflected.value ? stretched : reflected]
  }
  if (reflected.value < middle.value) return [best, middle, reflected]
  const nearer = reflected.value < worst.value ? reflected : worst
  const pulled = corner(along(centre, nearer.at, 0.5))
  if (pulled.value < nearer.value) return [best, middle, pulled]
  return [best, corner(along(best.at, middle.at, 0.5)), corner(along(best.at, worst.at, 0.5))]
}

/** A local minimum of a function of two numbers near `start`, by the simplex of Nelder and Mead. */
export function lowest(of: (at: Point) => number, start: Point, step: number): Lowest {
  const corner = (at: Point): Corner => ({ at, value: of(at) })
  let corners = [corner(start), corner([start[0] + step, start[1]]), corner([start[0], start[1] + step])]
  for (let count = 0; count < STEPS; count += 1) {
    corners.sort((a, b) => a.value - b.value)
    const simplex = corners as unknown as readonly [Corner, Corner, Corner]
    if (isSmall(simplex)) break
    corners = next(of, simplex)
  }
  return corners.reduce((best, one) => (one.value < best.value ? one : best)) as Lowest
}
