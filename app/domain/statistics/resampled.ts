import type { Rational } from '../kernel/rational.ts'
import { quotient, toNumber } from './exact.ts'

/** The law of a figure over resamples: values with whole weights, and the weight of the resamples without a value. */
export type Resampled = {
  readonly how: 'enumerated' | 'drawn'
  /** Resamples behind it, counted with their multiplicity. */
  readonly resamples: number
  /** Null when enumerated: nothing was drawn. */
  readonly seed: number | null
  readonly mean: number | null
  readonly sd: number | null
  /** Share of resamples where the figure is undefined; they are dropped (section 3.5). */
  readonly undefinedShare: Rational
  /** The smallest value whose cumulated share reaches p (type 1); null when no resample has a value. */
  readonly quantile: (p: Rational) => number | null
}

/** The share that was dropped, as a figure carries it: nothing where nothing was. */
export const droppedOf = ({ undefinedShare }: Resampled): { readonly dropped?: number } =>
  undefinedShare.p === 0n ? {} : { dropped: toNumber(undefinedShare) }

/** Collects values and closes them into a law. */
export function collector(): {
  readonly put: (value: number | null, weight: number) => void
  readonly close: (how: Resampled['how'], seed: number | null) => Resampled
} {
  const values: number[] = []
  const weights: number[] = []
  let undefinedWeight = 0
  const put = (value: number | null, weight: number): void => {
    if (value === null) undefinedWeight += weight
    else {
      values.push(value)
      weights.push(weight)
    }
  }
  const close = (how: Resampled['how'], seed: number | null): Resampled => {
    const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const moment = (of: (value: number) => number): number =>
      order.reduce((sum, at) => sum + of(values[at] as number) * (weights[at] as number), 0) / total
    const mean = total === 0 ? null : moment((value) => value)
    return {
      how,
      resamples: total + undefinedWeight,
      seed,
      mean,
      sd: mean === null ? null : Math.sqrt(moment((value) => (value - mean) ** 2)),
      undefinedShare: quotient(BigInt(undefinedWeight), BigInt(total + undefinedWeight || 1)),
      quantile: (p) => {
        let cumulated = 0n
        for (const at of order) {
          cumulated += BigInt(weights[at] as number)
          if (cumulated * p.q >= p.p * BigInt(total)) return values[at] as number
        }
        return null
      },
    }
  }
  return { put, close }
}
