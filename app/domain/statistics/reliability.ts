import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { RandomEffects } from './random-effects.ts'

/** σ_N², σ_J² and σ² of M2, points². */
export type VarianceComponents = Pick<
  RandomEffects,
  'varianceOfNominations' | 'varianceOfJurors' | 'variance'
>
export type Reliability = {
  /** ρ₁ of one sheet. */
  readonly single: number
  /** Eρ²(n): whether the mean of n sheets puts nominations in the right order. */
  readonly order: (sheets: number) => number
  /** Φ(n): whether it gives them the right score. */
  readonly absolute: (sheets: number) => number
}
/** A count that rounding lifts by less than this is the whole number below. */
const ROUNDING = 1e-9

/** Reliability from the variance components (section 3.2). Advisory. Refused: no variance at all. */
export function reliability(parts: VarianceComponents): Result<Reliability, 'no-variation'> {
  const { varianceOfNominations: N, varianceOfJurors: J, variance } = parts
  if (!(N + J + variance > 0)) return refuse('no-variation')
  const share = (noise: number): number => (N === 0 ? 0 : N / (N + noise))
  return ok({
    single: share(J + variance),
    order: (sheets) => share(variance / sheets),
    absolute: (sheets) => share((J + variance) / sheets),
  })
}

/**
 * Sheets per nomination for a reliability `target`, from ρ₁ of one sheet: ρ*(1 - ρ₁)/(ρ₁(1 - ρ*)), rounded up
 * (section 3.2). Null where ρ₁ is nought: no number is enough.
 */
export function jurorsNeeded(single: number, target: number): number | null {
  if (!(single > 0)) return null
  return Math.max(1, Math.ceil((target * (1 - single)) / (single * (1 - target)) - ROUNDING))
}
