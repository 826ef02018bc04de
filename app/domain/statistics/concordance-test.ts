import type { Rational } from '../kernel/rational.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { doubledMidranks, kendallW } from './concordance.ts'
import { exactConcordanceP, MOST_NOMINATIONS } from './concordance-exact.ts'
import { toNumber } from './exact.ts'
import { randomFrom } from './random.ts'

/** Orders drawn where they are too many to count; the standard error of p is then at most .0036. */
export const ORDER_DRAWS = 20_000

/** W, and how likely so much agreement would be among jurors who order at random; `how` names what p is. */
export type ConcordanceTest = {
  readonly W: Rational
  readonly p: number
  /** Every order counted; orders drawn with a logged seed; the chi-square law with I - 1 degrees of freedom. */
  readonly how: 'exact' | 'drawn' | 'chi-square'
  readonly draws: number | null
}

/** The share of drawn orders that agree at least as much, the observed one counted in: never nought. */
export function drawnConcordanceP(table: readonly (readonly Rational[])[], seed: number): number {
  const random = randomFrom(seed)
  const jurors = (table[0] ?? []).map((_, j) =>
    doubledMidranks(table.map((row) => row[j] as Rational)).ranks.map(Number),
  )
  const squares = (orders: readonly (readonly number[])[]): number =>
    table.reduce((all, _, i) => all + orders.reduce((sum, own) => sum + (own[i] as number), 0) ** 2, 0)
  const shuffle = (own: number[]): void => {
    for (let at = own.length - 1; at > 0; at -= 1) {
      const other = random.below(at + 1)
      ;[own[at], own[other]] = [own[other] as number, own[at] as number]
    }
  }
  const observed = squares(jurors)
  let above = 1
  for (let draw = 0; draw < ORDER_DRAWS; draw += 1) {
    // Only how the others stand to the first juror matters.
    for (const own of jurors.slice(1)) shuffle(own)
    if (squares(jurors) >= observed) above += 1
  }
  return above / (ORDER_DRAWS + 1)
}

/**
 * Kendall's W of complete rankings with its permutation p (section 3.3): exact up to seven nominations where the orders
 * can be counted, drawn from the same law where they are too many, and the chi-square approximation beyond seven. It says
 * which. Refused: as `kendallW`, and where every juror ties everything (`no-variation`).
 */
export function concordanceTest(
  table: readonly (readonly (Rational | null)[])[],
  seed: number,
): Result<ConcordanceTest, 'one-nomination' | 'no-jurors' | 'incomplete' | 'no-variation'> {
  const found = kendallW(table)
  if (!found.ok) return found
  const { exact: W, p } = found.value
  if (W === null || p === null) return refuse('no-variation')
  if (table.length > MOST_NOMINATIONS) return ok({ W, p, how: 'chi-square', draws: null })
  const full = table as readonly (readonly Rational[])[]
  const counted = exactConcordanceP(full)
  return counted.ok
    ? ok({ W, p: toNumber(counted.value), how: 'exact', draws: null })
    : ok({ W, p: drawnConcordanceP(full, seed), how: 'drawn', draws: ORDER_DRAWS })
}
