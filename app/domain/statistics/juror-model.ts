import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { componentsOf } from './design.ts'
import type { Design } from './design.ts'
import { byNomination, dualMatrix, dualSide, inverseCounts } from './dual.ts'
import { eigen } from './numeric/eigen.ts'
import type { Spectrum } from './numeric/eigen.ts'
import { dot, square } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'
import { minimum } from './numeric/minimum.ts'
import { scoreCovariance, times } from './two-way.ts'

/** Fewer jurors say nothing of how jurors vary (section 2.5). */
export const FEWEST_JURORS = 4
/** Where θ = σ_J/σ is sought, from nought: ten would cut off a panel that disagrees by far more than it errs. */
const WIDEST_THETA = 100
const SCAN = 60
/** A θ that gains less than this in the criterion over nought is nought. */
const NO_GAIN = 1e-9
/** Scatter below this share of the squares is rounding. */
const ROUNDING = 1e-24

export type JurorModel = {
  /** Adjusted scores, points: the raw means when θ is nought, least squares when it grows. */
  readonly adjusted: Float64Array
  /** Standard error of each adjusted score for jurors drawn anew, points. */
  readonly se: Float64Array
  /** Predicted severity of each juror, points (positive is lenient), and its standard error. */
  readonly severity: Float64Array
  readonly severitySe: Float64Array
  /** σ_J² and σ², points². */
  readonly varianceOfJurors: number
  readonly variance: number
  /** σ_J/σ; nought is a legal answer: no detectable severity. */
  readonly theta: number
  readonly criterion: number
  readonly seOfDifference: (i: number, k: number) => number
  /** With more than one component the comparison between them rests on exchangeable panels: to be said. */
  readonly restsOnExchangeablePanels: boolean
}
export type JurorModelRefusal = 'no-degrees-of-freedom' | 'no-variation'

type Reduced = { spectrum: Spectrum; side: Float64Array; within: number; logCounts: number; df: number }

/** The dual turned to its own axes: each θ then costs J operations. */
function reduced(design: Design): Reduced {
  const s = inverseCounts(design)
  const spectrum = eigen(dualMatrix(design, s))
  const J = design.jurors.length
  const raw = dualSide(design, s, design.y)
  const side = Float64Array.from({ length: J }, (_, k) => {
    let sum = 0
    for (let j = 0; j < J; j += 1) sum += (spectrum.vectors[j * J + k] as number) * (raw[j] as number)
    return sum
  })
  const means = byNomination(design, design.y).map((sum, i) => sum / (design.n[i] as number))
  const within = design.y.reduce(
    (sum, y, at) => sum + (y - (means[design.nomination[at] as number] as number)) ** 2,
    0,
  )
  const logCounts = design.n.reduce((sum, n) => sum + Math.log(n), 0)
  return { spectrum, side, within, logCounts, df: design.y.length - design.nominations.length }
}

/** rᵀ V₀⁻¹ r at θ: what is left of the scatter within nominations, points². */
function leftOver({ spectrum, side, within }: Reduced, theta: number): number {
  const t2 = theta * theta
  let sum = within
  side.forEach((q, k) => {
    sum -= (t2 * q * q) / (1 + t2 * Math.max(0, spectrum.values[k] as number))
  })
  return Math.max(sum, 0)
}

/** The REML criterion as lme4 states it: -2 log restricted likelihood with σ² profiled out. */
function criterionAt(part: Reduced, theta: number): number {
  const logs = part.spectrum.values.reduce(
    (sum, value) => sum + Math.log1p(theta * theta * Math.max(0, value)),
    0,
  )
  const rest = leftOver(part, theta)
  return part.logCounts + logs + part.df * (1 + Math.log((2 * Math.PI * rest) / part.df))
}

/** θ²(I + θ² D)⁻¹. */
function shrunkInverse({ values, vectors }: Spectrum, theta: number): Square {
  const J = values.length
  const result = square(J)
  const weights = values.map((value) => (theta * theta) / (1 + theta * theta * Math.max(0, value)))
  for (let a = 0; a < J; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let sum = 0
      for (let k = 0; k < J; k += 1)
        sum += (vectors[a * J + k] as number) * (weights[k] as number) * (vectors[b * J + k] as number)
      result.cells[a * J + b] = sum
      result.cells[b * J + a] = sum
    }
  return result
}

/** What M1 makes of any value per sheet at a given shrinkage: nominations, jurors and what remains. */
export function fitShrunk(design: Design, inverse: Square, values: Float64Array) {
  const severity = times(inverse, dualSide(design, inverseCounts(design), values))
  const withoutJuror = values.map((value, s) => value - (severity[design.juror[s] as number] as number))
  const adjusted = byNomination(design, withoutJuror).map((sum, i) => sum / (design.n[i] as number))
  const residuals = withoutJuror.map(
    (value, s) => value - (adjusted[design.nomination[s] as number] as number),
  )
  return { severity, adjusted, residuals }
}

/** The shrinkage θ²(I + θ² D)⁻¹ of M1 at a known θ. */
export const shrinkageAt = (design: Design, theta: number): Square =>
  shrunkInverse(eigen(dualMatrix(design, inverseCounts(design))), theta)

function modelAt(design: Design, part: Reduced, theta: number): JurorModel {
  const variance = leftOver(part, theta) / part.df
  const inverse = shrunkInverse(part.spectrum, theta)
  const { severity, adjusted } = fitShrunk(design, inverse, design.y)
  const { cells, size } = scoreCovariance({ design, jurorInverse: inverse })
  const at = (i: number, k: number): number => cells[i * size + k] as number
  return {
    adjusted,
    se: adjusted.map((_, i) => Math.sqrt(variance * at(i, i))),
    severity,
    severitySe: severity.map((_, j) => Math.sqrt(variance * (inverse.cells[j * inverse.size + j] as number))),
    varianceOfJurors: theta * theta * variance,
    variance,
    theta,
    criterion: criterionAt(part, theta),
    seOfDifference: (i, k) => Math.sqrt(Math.max(0, variance * (at(i, i) + at(k, k) - 2 * at(i, k)))),
    restsOnExchangeablePanels: componentsOf(design).count > 1,
  }
}

function fitted(design: Design, thetaOf: (part: Reduced) => number): Result<JurorModel, JurorModelRefusal> {
  const part = reduced(design)
  if (part.df <= 0) return refuse('no-degrees-of-freedom', { sheets: design.y.length })
  if (part.within <= ROUNDING * dot(design.y, design.y)) return refuse('no-variation')
  return ok(modelAt(design, part, thetaOf(part)))
}

/** Where no juror has two sheets, severity and error are one: the criterion is level, and nought stands. */
function remlTheta(part: Reduced): number {
  const { at, value } = minimum((theta) => criterionAt(part, theta), 0, WIDEST_THETA, SCAN)
  return criterionAt(part, 0) - value > NO_GAIN ? at : 0
}

/**
 * Model M1 of section 2.5: nominations fixed, jurors random, θ by REML however few the jurors. Refused: as many
 * nominations as sheets, sheets that agree on everything.
 */
export const remlJurorModel = (design: Design): Result<JurorModel, JurorModelRefusal> =>
  fitted(design, remlTheta)

/**
 * The adjusted scores that a screen may show (section 2.5): M1, and the raw means where fewer than four jurors say
 * nothing of how jurors vary. Advisory: never moves a rank. Refused as `remlJurorModel`.
 */
export const jurorModel = (design: Design): Result<JurorModel, JurorModelRefusal> =>
  design.jurors.length < FEWEST_JURORS ? fitted(design, () => 0) : remlJurorModel(design)
