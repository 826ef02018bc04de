import type { Rational } from '../kernel/rational.ts'
import type { Result } from '../kernel/result.ts'
import { carryOver } from '../scoring/two-rounds.ts'
import { rankClass, winningSet } from '../statistics/winning-set.ts'
import type { AdviceDocument, AdvisedNomination } from './advice.ts'
import { withheld } from './advice.ts'
import { tableOf } from './agreement.ts'
import type { Modelled } from './modelled.ts'
import type { Row } from './rows.ts'
import type { Fit } from './severity.ts'

type Chances = {
  readonly each: readonly AdvisedNomination['chance'][]
  readonly figure: AdviceDocument['chance']
}
const chanceOf = (probability: number): AdvisedNomination['chance'] => ({
  probability,
  class: rankClass(probability),
})
const none = (rows: readonly Row[], because: string): Chances => ({
  each: rows.map(() => null),
  figure: withheld(because),
})

/** Each sheet as the final score that it would give alone: what is carried over shifts a nomination, never a juror. */
const finalTable = (
  rows: readonly Row[],
  columns: readonly string[],
): readonly (readonly (Rational | null)[])[] =>
  tableOf(rows, columns).map((sheets, at) => {
    const carried = rows[at]?.carried ?? null
    return carried === null ? sheets : sheets.map((score) => score && carryOver(carried, score))
  })

/**
 * The probability of a place when the panel is redrawn (section 4.1): jurors resampled on a complete panel, draws of
 * model M2 on an incomplete one, where resampling would take every sheet from some nomination.
 */
export function chancesOf(
  rows: readonly Row[],
  columns: readonly string[],
  { fitted, modelled }: { readonly fitted: Result<Fit>; readonly modelled: Result<Modelled> },
  { places, seed }: { readonly places: number; readonly seed: number },
): Chances {
  if (!fitted.ok) return none(rows, fitted.reason)
  const redrawn = winningSet(finalTable(rows, columns), places, seed)
  if (redrawn.ok) {
    const { how, resamples, probability } = redrawn.value
    return { each: probability.map(chanceOf), figure: { value: { how, resamples }, withheld: null } }
  }
  if (!modelled.ok) return none(rows, modelled.reason)
  const { design, drawn } = modelled.value
  const of = (nominationId: string): number =>
    drawn.probability[design.nominations.indexOf(nominationId)] ?? 0
  return {
    each: rows.map((row) => chanceOf(of(row.nominationId))),
    figure: { value: { how: 'drawn', resamples: drawn.draws }, withheld: null },
  }
}
