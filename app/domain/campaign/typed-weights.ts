import { compare, ZERO } from '../kernel/rational.ts'
import type { Criterion } from './regulation.ts'
import { weightAdvice, type WeightAdvice } from './weight-advice.ts'
import { typedNumber, weightSum } from './weights.ts'

export type TypedWeights = {
  /** The criteria with the weights as typed, a comma read as a point; one not typed keeps its own. */
  readonly criteria: readonly Criterion[]
  /** The criteria whose weight is no positive number. */
  readonly unreadable: readonly string[]
  readonly advice: WeightAdvice | null
  /** All are positive and they make exactly the whole. */
  readonly whole: boolean
}

/** The weights of a rubric as somebody would like to try them (section 1.2 of the scoring rules); nothing is rounded. */
export function typedWeights(
  criteria: readonly Criterion[],
  typed: Readonly<Record<string, string>>,
): TypedWeights {
  const tried = criteria.map((one) => ({
    ...one,
    weight: (typed[one.code] ?? one.weight).trim().replace(',', '.'),
  }))
  const unreadable = tried.flatMap(({ code, weight }) => {
    const read = typedNumber(weight)
    return read !== null && compare(read, ZERO) > 0 ? [] : [code]
  })
  return {
    criteria: tried,
    unreadable,
    advice: weightAdvice(tried),
    whole: weightSum(tried.map(({ weight }) => weight)).isHundred,
  }
}
