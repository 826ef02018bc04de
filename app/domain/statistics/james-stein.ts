import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

export type JamesStein = {
  readonly grandMean: number
  readonly sigma2: number
  /** Σ (y_i - ȳ)². */
  readonly scatter: number
  /** c = 1 - (I - 3)σ²/scatter, and max(0, c). */
  readonly factor: number
  readonly positiveFactor: number
  readonly estimates: readonly number[]
  readonly positiveEstimates: readonly number[]
}

/** The variance of a share seen in n trials, at the grand mean: ȳ(1 - ȳ)/n. */
export const binomialVariance = (values: readonly number[], trials: number): number => {
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length
  return (mean * (1 - mean)) / trials
}

/**
 * James-Stein shrinkage towards the mean with a known variance (section 2.5). Equal shrinkage never changes an order.
 * Advisory. Refused: fewer than four values (nothing is gained), no variation, a negative variance.
 */
export function jamesStein(
  values: readonly number[],
  sigma2: number,
): Result<JamesStein, 'too-few' | 'no-variation' | 'variance-malformed'> {
  const I = values.length
  if (I < 4) return refuse('too-few', { values: I, least: 4 })
  if (!(sigma2 >= 0)) return refuse('variance-malformed')
  const grandMean = values.reduce((sum, y) => sum + y, 0) / I
  const scatter = values.reduce((sum, y) => sum + (y - grandMean) ** 2, 0)
  if (values.every((value) => value === values[0])) return refuse('no-variation')
  const factor = 1 - ((I - 3) * sigma2) / scatter
  const positiveFactor = Math.max(0, factor)
  const shrunk = (c: number): readonly number[] => values.map((y) => grandMean + c * (y - grandMean))
  return ok({
    grandMean,
    sigma2,
    scatter,
    factor,
    positiveFactor,
    estimates: shrunk(factor),
    positiveEstimates: shrunk(positiveFactor),
  })
}
