import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { Design } from './design.ts'
import { fitShrunk, shrinkageAt } from './juror-model.ts'
import { cell, cholesky, dot, inverse, solve, square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'
import { fitTwoWay, twoWay } from './two-way.ts'

/** Section 3.8: flagged beyond three standard errors and half a point over the juror's own reading. */
const FLAG_ERRORS = 3
const FLAG_POINTS = 0.5
const FEWEST_SHEETS = 3
/** What is left of a covariate below this share of it is nothing. */
const ROUNDING = 1e-9

export type JurorDrift = {
  readonly juror: string
  /** Points per place in his order of reading; null where he read too little or all at one place. */
  readonly slope: number | null
  readonly se: number | null
  /** From his first place to his last, in places; null with the slope. */
  readonly range: number | null
  /** |slope| over that range, points. */
  readonly overReading: number | null
  readonly flagged: boolean
}

/** pos - p̄os of one juror's sheets, nought elsewhere; null when he has too few, or they do not vary. */
function covariate(design: Design, position: Float64Array, j: number): Float64Array | null {
  const own = [...design.juror.keys()].filter((s) => design.juror[s] === j)
  const mean = own.reduce((sum, s) => sum + (position[s] as number), 0) / own.length
  if (own.length < FEWEST_SHEETS || own.every((s) => position[s] === position[own[0] as number])) return null
  const centred = new Float64Array(position.length)
  for (const s of own) centred[s] = (position[s] as number) - mean
  return centred
}

/** Every covariate times what is left of every other. A covariate is nought beyond its juror's own sheets: those are passed over. */
function crossed(columns: readonly Float64Array[], free: readonly Float64Array[]): Square {
  const system = square(columns.length)
  columns.forEach((a, p) => {
    const own = [...a.keys()].filter((s) => a[s] !== 0)
    free.forEach((b, q) => {
      system.cells[p * columns.length + q] = own.reduce(
        (sum, s) => sum + (a[s] as number) * (b[s] as number),
        0,
      )
    })
  })
  return system
}

/** Whether nominations and jurors together already say what the places say. */
function isConfounded(design: Design, columns: readonly Float64Array[]): boolean {
  const model = twoWay(design)
  const free = columns.map((column) => fitTwoWay(model, column).residuals)
  const system = crossed(columns, free)
  const isLost = columns.some((column, p) => cell(system, p, p) < ROUNDING * dot(column, column))
  return isLost || cholesky(system) === null
}

/**
 * Drift along each juror's own order of reading (section 3.8): M1 at its θ with one slope per juror. `positions`: the
 * place of each sheet in its juror's order, in the order in which the sheets were given. Internal. Refused: positions
 * that do not match the sheets, nobody whose reading can be looked at, one order for all (`order-confounded`: the
 * order then says the same as the nominations), too few sheets.
 */
export function drift(
  design: Design,
  theta: number,
  positions: readonly number[],
): Result<
  readonly JurorDrift[],
  'positions-differ' | 'no-reading' | 'order-confounded' | 'no-degrees-of-freedom'
> {
  if (positions.length !== design.y.length) return refuse('positions-differ')
  const position = Float64Array.from(design.place, (at) => positions[at] as number)
  const found = design.jurors.map((_, j) => covariate(design, position, j))
  const columns = found.filter((column) => column !== null)
  const K = columns.length
  const df = design.y.length - design.nominations.length - K
  if (K === 0) return refuse('no-reading')
  if (df < 1) return refuse('no-degrees-of-freedom')
  const shrunk = shrinkageAt(design, theta)
  const free = columns.map((column) => fitShrunk(design, shrunk, column).residuals)
  const residuals = fitShrunk(design, shrunk, design.y).residuals
  const system = crossed(columns, free)
  const factor = cholesky(system)
  if (factor === null || isConfounded(design, columns)) return refuse('order-confounded')
  const side = Float64Array.from(columns, (column) => dot(column, residuals))
  const slopes = solve(factor, side)
  const variance = Math.max(0, dot(design.y, residuals) - dot(side, slopes)) / df
  const covariance = inverse(factor)
  let next = 0
  return ok(
    design.jurors.map((juror, j) => {
      if (found[j] === null)
        return { juror, slope: null, se: null, range: null, overReading: null, flagged: false }
      const [slope, se] = [slopes[next] as number, Math.sqrt(variance * cell(covariance, next, next))]
      next += 1
      const own = Array.from(position).filter((_, s) => design.juror[s] === j)
      const range = Math.max(...own) - Math.min(...own)
      const overReading = Math.abs(slope) * range
      const flagged = Math.abs(slope) > FLAG_ERRORS * se && overReading > FLAG_POINTS
      return { juror, slope, se, range, overReading, flagged }
    }),
  )
}

/** s_w = √(Σ d²/2m) from the differences of the specimens that a juror scored twice, points (section 3.8); null for none. */
export const repeatability = (differences: readonly number[]): number | null =>
  differences.length === 0
    ? null
    : Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0) / (2 * differences.length))
