import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { studentUpperQuantile } from './numeric/distributions.ts'
import { cholesky, solve, square } from './numeric/matrix.ts'
import { fitTwoWay, leverages, twoWay } from './two-way.ts'

/** A leverage this near to 1 is 1. */
const NEARLY_ONE = 1e-9
const FAMILY_LEVEL = 0.05
/** A scatter below this share of the one with the sheet is nothing: all the others fit exactly. */
const ROUNDING = 1e-12

export type SheetResiduals = {
  /**
   * Externally studentised residual of each sheet in the order it was given; null where its leverage is 1, and where
   * the others fit exactly, so that there is no scatter to measure it by.
   */
  readonly studentised: readonly (number | null)[]
  /** Degrees of freedom with the sheet left out. */
  readonly df: number
  /** |t| beyond which a sheet is flagged: Bonferroni over all sheets. */
  readonly limit: number
  readonly flagged: readonly boolean[]
}

/**
 * Unusual sheets (section 3.7): e/(σ_(ij) √(1 - h)), flagged beyond t at .05/(2N). Internal: the action is "please
 * confirm", never deletion. Refused: fewer than two degrees of freedom.
 */
export function sheetResiduals(design: Design): Result<SheetResiduals, 'no-degrees-of-freedom'> {
  const model = twoWay(design)
  const df = model.df - 1
  if (df < 1) return refuse('no-degrees-of-freedom', { df: model.df })
  const { residuals, rss } = fitTwoWay(model, design.y)
  const h = leverages(model)
  const studentised: (number | null)[] = []
  const N = design.y.length
  for (let s = 0; s < N; s += 1) {
    const [e, free] = [residuals[s] as number, 1 - (h[s] as number)]
    const left = free > NEARLY_ONE ? rss - (e * e) / free : 0
    studentised[design.place[s] as number] = left > ROUNDING * rss ? e / Math.sqrt((left / df) * free) : null
  }
  const limit = studentUpperQuantile(FAMILY_LEVEL / (2 * N), df)
  return ok({ studentised, df, limit, flagged: studentised.map((t) => t !== null && Math.abs(t) > limit) })
}

/** From this many sheets the spread is allowed to change with the quality of what is judged (section 3.7). */
const FEWEST_FOR_QUALITY = 200
/** The fitted spread is kept above this share of its mean, where a parabola would dive under nought. */
const FLOOR = 0.1

/** The least-squares parabola of v over x, at each x; null where x takes fewer than three values. */
function parabola(x: Float64Array, v: Float64Array): Float64Array | null {
  const centre = x.reduce((sum, value) => sum + value, 0) / x.length
  const scale = Math.sqrt(x.reduce((sum, value) => sum + (value - centre) ** 2, 0) / x.length) || 1
  const powers = Array.from(x, (value) => [1, (value - centre) / scale, ((value - centre) / scale) ** 2])
  const [system, side] = [square(3), new Float64Array(3)]
  powers.forEach((row, s) =>
    row.forEach((a, p) => {
      side[p] = (side[p] as number) + a * (v[s] as number)
      row.forEach((b, q) => (system.cells[p * 3 + q] = (system.cells[p * 3 + q] as number) + a * b))
    }),
  )
  const factor = cholesky(system)
  if (factor === null) return null
  const fitted = solve(factor, side)
  return Float64Array.from(powers, (row) =>
    row.reduce((sum, power, p) => sum + power * (fitted[p] as number), 0),
  )
}

/** The variance of each sheet over the mean one, by the adjusted score of its nomination; in the design's order. */
function relativeVariance(design: Design): Float64Array | null {
  const model = twoWay(design)
  const { residuals, adjusted } = fitTwoWay(model, design.y)
  const h = leverages(model)
  const free = [...residuals.keys()].filter((s) => 1 - (h[s] as number) > NEARLY_ONE)
  const quality = design.y.map((_, s) => adjusted[design.nomination[s] as number] as number)
  const squares = Float64Array.from(free, (s) => (residuals[s] as number) ** 2 / (1 - (h[s] as number)))
  const fitted = parabola(
    Float64Array.from(free, (s) => quality[s] as number),
    squares,
  )
  if (fitted === null) return null
  const mean = fitted.reduce((sum, value) => sum + value, 0) / fitted.length
  const relative = design.y.map(() => 1)
  free.forEach((s, at) => (relative[s] = Math.max(FLOOR, (fitted[at] as number) / mean)))
  return mean > 0 ? relative : null
}

/**
 * The flags that the office sees (section 3.7): as `sheetResiduals`, and from 200 sheets on with residuals scaled by a
 * fitted quadratic of the nomination's score, since jurors differ less about the best. Refused as `sheetResiduals`.
 */
export function sheetFlags(design: Design): Result<SheetResiduals, 'no-degrees-of-freedom'> {
  const plain = sheetResiduals(design)
  if (!plain.ok || design.y.length < FEWEST_FOR_QUALITY) return plain
  const relative = relativeVariance(design)
  if (relative === null) return plain
  const studentised = [...plain.value.studentised]
  design.place.forEach((at, s) => {
    const t = studentised[at] ?? null
    studentised[at] = t === null ? null : t / Math.sqrt(relative[s] as number)
  })
  const flagged = studentised.map((t) => t !== null && Math.abs(t) > plain.value.limit)
  return ok({ ...plain.value, studentised, flagged })
}
