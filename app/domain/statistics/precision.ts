import { integer, mean, multiply, subtract, sum } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import { quotient, toNumber } from './exact.ts'

/** From this many sheets a nomination's own spread may be shown; under it the pooled σ of M1 (section 3.6). */
const FEWEST_FOR_OWN_SPREAD = 5

export type NominationError = {
  readonly mean: Rational | null
  readonly n: number
  /** s², s²/n and s²/n (1 - n/J), exact, points²; null under two sheets. */
  readonly spread: Rational | null
  readonly squaredError: Rational | null
  /** With the finite factor: the panel taken as all the judges that matter. Null without a pool as large as n. */
  readonly squaredErrorInPool: Rational | null
  /** √(s²/n), points. */
  readonly error: number | null
}

/** The standard error of a nomination's mean from the spread of its own sheets (section 3.6), exact up to the root. */
export function nominationError(scores: readonly Rational[], pool: number | null): NominationError {
  const n = scores.length
  const centre = mean(scores)
  if (!centre.ok)
    return { mean: null, n, spread: null, squaredError: null, squaredErrorInPool: null, error: null }
  if (n < 2)
    return { mean: centre.value, n, spread: null, squaredError: null, squaredErrorInPool: null, error: null }
  const squares = scores.map((score) => subtract(score, centre.value)).map((away) => multiply(away, away))
  const spread = multiply(sum(squares), quotient(1n, BigInt(n - 1)))
  const squaredError = multiply(spread, quotient(1n, BigInt(n)))
  const factor = pool === null || pool < n ? null : subtract(integer(1), quotient(BigInt(n), BigInt(pool)))
  return {
    mean: centre.value,
    n,
    spread,
    squaredError,
    squaredErrorInPool: factor && multiply(squaredError, factor),
    error: Math.sqrt(toNumber(squaredError)),
  }
}

/** The error that a screen shows for a nomination's mean, in points, and whose spread it rests on. */
export type ShownError = { readonly basis: 'own' | 'pooled'; readonly error: number }

/**
 * Its own spread from five sheets on; under that the pooled σ² of M1, √(σ²/n) (section 3.6). Null without a sheet, or
 * where the pooled σ² is needed and there is none.
 */
export function shownError({ n, error }: NominationError, pooledVariance: number | null): ShownError | null {
  if (n >= FEWEST_FOR_OWN_SPREAD && error !== null) return { basis: 'own', error }
  if (n === 0 || pooledVariance === null) return null
  return { basis: 'pooled', error: Math.sqrt(pooledVariance / n) }
}

/** SE(T_i - T_k) on a complete panel, points: juror effects cancel, √(2σ²/J) (section 3.6). */
export const completePanelDifferenceError = (variance: number, jurors: number): number =>
  Math.sqrt((2 * variance) / jurors)

/** SE(T_i) of an unadjusted mean of n sheets by jurors drawn anew, points: √((σ_J² + σ²)/n) (section 3.6). */
export const rawMeanError = (varianceOfJurors: number, variance: number, sheets: number): number =>
  Math.sqrt((varianceOfJurors + variance) / sheets)
