import { bootstrapRows } from '../statistics/bootstrap.ts'
import { quotient, toNumber } from '../statistics/exact.ts'
import { intraclass, unbalancedIntraclass } from '../statistics/icc.ts'
import { resampledOneWay } from '../statistics/panel-resampling.ts'
import { droppedOf } from '../statistics/resampled.ts'
import type { RowStatistic } from '../statistics/bootstrap.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import { tableOf } from './agreement.ts'
import type { Bounded, IntraclassFigure } from './panel.ts'
import { FORMS } from './panel.ts'
import type { Row } from './rows.ts'

/** Two-sided 95 %. */
const [LOW, HIGH] = [quotient(1n, 40n), quotient(39n, 40n)]

/** The 95 % interval of a figure from nominations drawn anew (section 3.5). */
export function drawnInterval(rows: number, figure: RowStatistic, seed: number): Omit<Bounded, 'value'> {
  const law = bootstrapRows(rows, figure, seed)
  if (!law.ok) return { low: null, high: null }
  return { low: law.value.quantile(LOW), high: law.value.quantile(HIGH), ...droppedOf(law.value) }
}

/** The reliability of the mean of k sheets from that of one (Spearman and Brown): rising, so that it carries an interval. */
const ofMean = (one: number | null, k: number): number | null =>
  one === null ? null : (k * one) / (1 + (k - 1) * one)

function unbalancedOf(
  table: readonly (readonly (number | null)[])[],
  seed: number,
): Figure<IntraclassFigure> {
  const found = unbalancedIntraclass(table)
  if (!found.ok) return withheld(`intraclass-${found.reason}`)
  const { k0, single, average } = found.value
  if (single === null) return withheld('no-variation')
  const interval = drawnInterval(table.length, resampledOneWay(table), seed)
  const [low, high] = [ofMean(interval.low, k0), ofMean(interval.high, k0)]
  return {
    value: {
      complete: false,
      sheets: k0,
      lines: [
        { ...interval, form: 'unbalanced', value: single },
        { ...interval, form: 'unbalanced-mean', value: average, low, high },
      ],
    },
    withheld: null,
  }
}

/**
 * The intraclass correlations that fit the panel (section 3.2): the six forms with their F intervals where everybody
 * judged everything, the one-way ICC of an unbalanced table with an interval from nominations drawn anew where not.
 */
export function intraclassOf(
  rows: readonly Row[],
  columns: readonly string[],
  seed: number,
): Figure<IntraclassFigure> {
  const table = tableOf(rows, columns).map((row) => row.map((score) => score && toNumber(score)))
  const found = intraclass(table)
  if (!found.ok && found.reason === 'incomplete') return unbalancedOf(table, seed)
  if (!found.ok)
    return withheld(found.reason === 'no-variation' ? found.reason : `intraclass-${found.reason}`)
  const { forms } = found.value
  return {
    value: {
      complete: true,
      sheets: columns.length,
      lines: FORMS.map((form) => {
        const { value, interval } = forms[form]
        return { form, value, low: interval?.[0] ?? null, high: interval?.[1] ?? null }
      }),
    },
    withheld: null,
  }
}
