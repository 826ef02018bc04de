import type { Design } from './design.ts'
import { namedComponents } from './design.ts'
import type { Component } from './design.ts'
import { fitTwoWay, scoreCovariance, twoWay } from './two-way.ts'
import type { TwoWay } from './two-way.ts'

export type LeastSquares = {
  readonly connected: boolean
  readonly components: readonly Component[]
  /** Adjusted score of each nomination, points; comparable inside one component only. */
  readonly adjusted: Float64Array
  /** Severity of each juror, points: positive is lenient. */
  readonly effects: Float64Array
  /** In the order of the design's sheets, points. */
  readonly residuals: Float64Array
  readonly rss: number
  readonly df: number
  /** rss/df, points²; null without degrees of freedom, and then no error is stated. */
  readonly sigma2: number | null
  /** The standard error of a_i - a_k, points; null across components or without sigma2. */
  readonly seOfDifference: (i: number, k: number) => number | null
  /** The connectivity index κ of gate G2; null for a disconnected design or a single nomination. */
  readonly kappa: number | null
  readonly model: TwoWay
}

/**
 * κ = ((I - 1)/Σ 1/λ)/n̄ over the non-zero eigenvalues of C, by the trace of its inverse on contrasts: 1 for a complete
 * design.
 */
function kappaOf(model: TwoWay, covariance: Float64Array): number | null {
  const I = model.design.nominations.length
  if (model.components.count > 1 || I === 1) return null
  let trace = 0
  for (let i = 0; i < I; i += 1) trace += covariance[i * I + i] as number
  const onContrasts = trace - covariance.reduce((sum, value) => sum + value, 0) / I
  return (I - 1) / onContrasts / (model.design.y.length / I)
}

/** The two-way least squares of section 2.1: severity taken out, jurors and nominations fixed. Advisory. */
export function leastSquares(design: Design): LeastSquares {
  const model = twoWay(design)
  const { adjusted, effects, residuals, rss } = fitTwoWay(model, design.y)
  const { cells, size } = scoreCovariance(model)
  const sigma2 = model.df > 0 ? rss / model.df : null
  const at = (i: number, k: number): number => cells[i * size + k] as number
  return {
    connected: model.components.count === 1,
    components: namedComponents(design),
    adjusted,
    effects,
    residuals,
    rss,
    df: model.df,
    sigma2,
    kappa: kappaOf(model, cells),
    model,
    seOfDifference: (i, k) => {
      const { ofNomination } = model.components
      if (sigma2 === null || ofNomination[i] !== ofNomination[k]) return null
      return Math.sqrt(Math.max(0, sigma2 * (at(i, i) + at(k, k) - 2 * at(i, k))))
    },
  }
}
