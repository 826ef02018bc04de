import type { Rational } from '../kernel/rational.ts'
import type { Result } from '../kernel/result.ts'
import { krippendorffAlpha } from '../statistics/alpha.ts'
import { resampledAlpha } from '../statistics/alpha-resampling.ts'
import { bootstrapRows } from '../statistics/bootstrap.ts'
import { concordanceTest } from '../statistics/concordance-test.ts'
import { quotient, toNumber } from '../statistics/exact.ts'
import type { RandomEffects } from '../statistics/random-effects.ts'
import { reliability } from '../statistics/reliability.ts'
import { droppedOf } from '../statistics/resampled.ts'
import type { Agreement, ConcordanceFigure, Figure, ReliabilityFigure } from './advice.ts'
import { withheld } from './advice.ts'
import type { Row } from './rows.ts'
import type { Fit } from './severity.ts'

/** Two-sided 95 %. */
const [LOW, HIGH] = [quotient(1n, 40n), quotient(39n, 40n)]

/** A row per nomination, a column per juror; null where there is no counted sheet. */
export const tableOf = (
  rows: readonly Row[],
  columns: readonly string[],
): readonly (readonly (Rational | null)[])[] =>
  rows.map((row) => {
    const scores = new Map(row.counted.map((sheet) => [sheet.seatId, sheet.score]))
    return columns.map((seatId) => scores.get(seatId) ?? null)
  })

/** Krippendorff's alpha on sheet scores (interval), its 95 % interval from nominations drawn anew (sections 3.1, 3.5). */
export function agreementOf(
  rows: readonly Row[],
  columns: readonly string[],
  seed: number,
): Figure<Agreement> {
  const table = tableOf(rows, columns)
  const { alpha, pairable } = krippendorffAlpha(table, 'interval')
  if (alpha === null) return withheld(pairable === 0 ? 'no-pairs' : 'no-variation')
  const law = bootstrapRows(table.length, resampledAlpha(table, 'interval'), seed)
  if (!law.ok) return withheld(law.reason, law.facts)
  const { quantile, resamples } = law.value
  return {
    value: { alpha, low: quantile(LOW), high: quantile(HIGH), resamples, ...droppedOf(law.value) },
    withheld: null,
  }
}

/** Kendall's W on sheet scores, where each juror judged every nomination (section 3.3). */
export function concordanceOf(
  rows: readonly Row[],
  columns: readonly string[],
  seed: number,
): Figure<ConcordanceFigure> {
  const found = concordanceTest(tableOf(rows, columns), seed)
  if (!found.ok) return withheld(`concordance-${found.reason}`)
  const { W, p, how, draws } = found.value
  return { value: { w: toNumber(W), p, how, draws }, withheld: null }
}

/** Reliability of one sheet and of the mean of as many as nominations have on average (model M2, section 3.2). */
export function reliabilityOf(fitted: Result<Fit>, model: Result<RandomEffects>): Figure<ReliabilityFigure> {
  if (!fitted.ok) return withheld(fitted.reason)
  const { design } = fitted.value
  if (!model.ok) return withheld(model.reason, model.facts)
  const found = reliability(model.value)
  if (!found.ok) return withheld(found.reason)
  const sheets = design.y.length / design.nominations.length
  const { single, order, absolute } = found.value
  return {
    value: { perSheet: single, order: order(sheets), absolute: absolute(sheets), sheets },
    withheld: null,
  }
}
