import type { Regulation } from '../campaign/regulation.ts'
import {
  add,
  compare,
  divide,
  integer,
  isEqual,
  multiply,
  parseRational,
  subtract,
  toText,
  ZERO,
} from '../kernel/rational.ts'
import { toDecimal } from '../kernel/rational-display.ts'
import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
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

/** What a nomination brings into the second round: T1, and the share W1 / (W1 + W2) that it has in the final score. */
export type Carried = { readonly score: Rational; readonly share: Rational }

const ONE = integer(1n)
const HUNDRED = integer(100n)

/** The final score of a nomination of which the first round is carried over. */
export const carryOver = ({ score, share }: Carried, second: Rational): Rational =>
  add(multiply(share, score), multiply(subtract(ONE, share), second))

/** (W1 T1 + W2 T2) / (W1 + W2). Refused: weights that are nothing together. */
export function finalScore(
  { first, second }: RoundWeights,
  firstScore: Rational,
  secondScore: Rational,
): Result<Rational, 'division-by-zero'> {
  const share = divide(first, add(first, second))
  return share.ok ? ok(carryOver({ score: firstScore, share: share.value }, secondScore)) : share
}

type RoundRule = { readonly scoring: Pick<Regulation['scoring'], 'secondRound'> }

/**
 * The share of the first round in the final score, from the per cent of the rules; null where the second round starts
 * afresh, or where there is one round. Refused: no number, and all of it or more: the second round would decide nothing.
 */
export function carriedShare({
  scoring,
}: RoundRule): Result<Rational | null, 'number-malformed' | 'carry-out-of-range'> {
  const text = scoring.secondRound?.firstRoundPercent
  if (text === undefined) return ok(null)
  const percent = parseRational(text)
  if (!percent.ok) return percent
  if (compare(percent.value, ZERO) < 0 || compare(percent.value, HUNDRED) >= 0)
    return refuse('carry-out-of-range', { percent: text })
  const share = divide(percent.value, HUNDRED)
  return ok(share.ok && !isEqual(share.value, ZERO) ? share.value : null)
}

/** The parts of both rounds in the final score as per cent, in the writing of the rules. */
export type RoundPercents = { readonly first: string; readonly second: string }

/** Both parts of the final score; null where the second round starts afresh, or where there is one round. */
export function roundPercents(regulation: RoundRule): RoundPercents | null {
  const first = regulation.scoring.secondRound?.firstRoundPercent
  const share = carriedShare(regulation)
  if (first === undefined || !share.ok || share.value === null) return null
  const rest = multiply(HUNDRED, subtract(ONE, share.value))
  return {
    first,
    second: first.includes('/') ? toText(rest) : toDecimal(rest, first.split('.')[1]?.length ?? 0),
  }
}
