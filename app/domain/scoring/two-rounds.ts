import { add, compare, divide, integer, multiply } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import type { Result } from '../kernel/result.ts'
import { cascade } from './cascade.ts'

export type FirstRound = { readonly id: string; readonly score: Rational }
export type RoundWeights = { readonly first: Rational; readonly second: Rational }

/** The second round starts afresh unless the rules carry the first one over: it had another panel and fewer sheets. */
export const FRESH_START: RoundWeights = { first: integer(0n), second: integer(1n) }

/** The competition place of each by its first-round score alone. */
export function firstRoundPlaces(round: readonly FirstRound[]): ReadonlyMap<string, number> {
  const order = { code: 'score', compare: (a: FirstRound, b: FirstRound) => compare(a.score, b.score) }
  return new Map(cascade(round, [order]).map(({ member, rank }) => [member.id, rank]))
}

/** Who enters the second round: the first `places`, and everybody tied at the cut (section 1.7 of the scoring rules). */
export function advancing(round: readonly FirstRound[], places: number): readonly string[] {
  const placeOf = firstRoundPlaces(round)
  return round.filter(({ id }) => (placeOf.get(id) ?? Infinity) <= places).map(({ id }) => id)
}

/** (W1 T1 + W2 T2) / (W1 + W2). Refused: weights that are nothing together. */
export const finalScore = (
  { first, second }: RoundWeights,
  firstScore: Rational,
  secondScore: Rational,
): Result<Rational, 'division-by-zero'> =>
  divide(add(multiply(first, firstScore), multiply(second, secondScore)), add(first, second))
