import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { normalCdf } from './numeric/distributions.ts'
import { cell } from './numeric/matrix.ts'
import type { Square } from './numeric/matrix.ts'

export type ExpectedRank = {
  /** ER_i, from 1 (certainly first) to I. */
  readonly rank: number
  /** 100 (ER - 1/2)/I, in percent. */
  readonly percentile: number
}

/** P(α_k > α_i) of two normals; two certain equal values are as likely in either order. */
function above(difference: number, variance: number): number {
  if (variance > 0) return normalCdf(difference / Math.sqrt(variance))
  return difference === 0 ? 0.5 : difference > 0 ? 1 : 0
}

/**
 * Expected rank and PCER of section 4.2 in closed form, from the means (points) and the covariance (points²) of the
 * nominations' laws. Advisory. Refused: no nomination, a covariance of another size.
 */
export function expectedRanks(
  means: readonly number[],
  covariance: Square,
): Result<readonly ExpectedRank[], 'no-nominations' | 'sizes-differ'> {
  const I = means.length
  if (I === 0) return refuse('no-nominations')
  if (covariance.size !== I) return refuse('sizes-differ', { means: I, covariance: covariance.size })
  const v = (i: number, k: number): number => cell(covariance, i, k)
  return ok(
    means.map((mean, i) => {
      const rank = means.reduce(
        (sum, other, k) => (k === i ? sum : sum + above(other - mean, v(i, i) + v(k, k) - 2 * v(i, k))),
        1,
      )
      return { rank, percentile: (100 * (rank - 0.5)) / I }
    }),
  )
}
