import type { Finalist } from '#app/adapters/db/awards.ts'
import type { AdviceDocument, AdvisedNomination, Figure } from '#app/domain/advice/advice.ts'
import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import type { Facts } from '#app/domain/kernel/result.ts'
import { official } from '../official.ts'

/** Two decimals with a comma, Latin digits: the same text whoever presses it again. */
const shown = (value: number): string => value.toFixed(2).replace('.', ',')
/** A value of a gate: a list of seats is told as its length, what is counted in whole numbers. */
function told(fact: Facts[string]): string {
  if (Array.isArray(fact)) return String(fact.length)
  return typeof fact === 'number' && !Number.isInteger(fact) ? shown(fact) : String(fact)
}
/** Stands for a figure that was not shown; the sentence of its gate says why. */
const NONE = '–'
const between = (low: number, high: number): string => `${shown(low)} ; ${shown(high)}`

const lineOf = (
  { official: interval, adjusted, expected, best, worst }: AdvisedNomination,
  { reference }: Finalist,
): BilingualText =>
  official('deliberation.minutes.advice.file', {
    reference,
    interval: interval === null ? NONE : between(interval.low, interval.high),
    adjusted: adjusted === null ? NONE : shown(adjusted.value),
    expected: expected ? shown(expected.rank) : NONE,
    without: best === worst ? String(best) : `${best} ; ${worst}`,
  })

/** The sentence of a figure or, behind a closed gate, that of the gate. */
function sentenceOf<T>(
  figure: Figure<T> | undefined,
  said: (value: T) => BilingualText,
): readonly BilingualText[] {
  if (figure === undefined) return []
  if (figure.withheld === null) return [said(figure.value)]
  const { because, facts } = figure.withheld
  const values = Object.entries(facts).map(([name, fact]) => [name, told(fact)])
  return [official(`figures.withheld.${because}`, Object.fromEntries(values))]
}

/**
 * The advisory figures that the jury had before it for these finalists (scoring.md section 6.3): each with its interval or
 * with the gate behind which it stayed. No juror is named or numbered, and nothing here moved a rank.
 */
export function adviceWords(
  document: AdviceDocument,
  finalists: readonly string[],
  known: ReadonlyMap<string, Finalist>,
): readonly BilingualText[] {
  const lines = document.nominations.flatMap((one) => {
    const found = known.get(one.nominationId)
    return found && finalists.includes(one.nominationId) ? [lineOf(one, found)] : []
  })
  const all = [
    ...lines,
    ...sentenceOf(document.severity, ({ deviation }) =>
      official('deliberation.minutes.advice.severity', { deviation: shown(deviation) }),
    ),
    ...sentenceOf(document.agreement, ({ alpha, low, high }) =>
      official('deliberation.minutes.advice.agreement', {
        alpha: shown(alpha),
        interval: low === null || high === null ? NONE : between(low, high),
      }),
    ),
    ...sentenceOf(document.reliability, ({ perSheet, order }) =>
      official('deliberation.minutes.advice.reliability', { single: shown(perSheet), order: shown(order) }),
    ),
    ...sentenceOf(document.concordance, ({ w }) =>
      official('deliberation.minutes.advice.concordance', { w: shown(w) }),
    ),
  ]
  // One gate may hold back several figures: its sentence stands once.
  return all.filter((one, at) => all.findIndex(({ fr }) => fr === one.fr) === at)
}
