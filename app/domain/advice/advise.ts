import { compare } from '../kernel/rational.ts'
import { ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { designOf } from '../statistics/design.ts'
import { toNumber } from '../statistics/exact.ts'
import { jurorModel } from '../statistics/juror-model.ts'
import { rawMeanError } from '../statistics/precision.ts'
import { severityLuck } from '../statistics/severity-luck.ts'
import type { JurorFigures } from '../statistics/unusual-jurors.ts'
import type { AdviceDocument, AdvisedJuror, AdvisedNomination, Estimate } from './advice.ts'
import { agreementOf, concordanceOf, reliabilityOf } from './agreement.ts'
import { chancesOf } from './chances.ts'
import { expectedOf } from './expected.ts'
import { bothRandom, modelledOf } from './modelled.ts'
import type { Scale } from '../statistics/gates.ts'
import { panelOf } from './panel-figures.ts'
import { finalOf, observationsOf, rowsOf, scaleOf, weightOfSheets } from './rows.ts'
import type { AdviceInput, Row } from './rows.ts'
import { severityOf, unusualSheets } from './severity.ts'
import type { Fit } from './severity.ts'
import { weightsOf } from './weights.ts'
import { ranksWithout } from './without-one.ts'

/** Two-sided 90 %. */
const Z90 = 1.6448536269514722
const WIDE_SHARE = 0.25

type Ranks = readonly (number | null)[]

/** Model M1 on the sheets of the ranked nominations. Refused: no sheet, too few of them, none that varies. */
function fitOf(rows: readonly Row[]): Result<Fit> {
  const design = designOf(observationsOf(rows))
  if (!design.ok) return design
  const model = jurorModel(design.value)
  return model.ok ? ok({ design: design.value, model: model.value }) : model
}

function officialOf(row: Row, fit: Fit | null): Estimate | null {
  if (fit === null || row.score === null) return null
  const value = toNumber(row.score)
  const ofSheets = rawMeanError(fit.model.varianceOfJurors, fit.model.variance, row.sheets)
  const half = Z90 * weightOfSheets(row) * ofSheets
  return { value, low: value - half, high: value + half }
}

/** Adjusted score, its rank and whether it changes side, one a row. */
function adjustedOf(
  rows: readonly Row[],
  fit: Fit,
  places: number,
): readonly AdvisedNomination['adjusted'][] {
  const at = rows.map((row) => fit.design.nominations.indexOf(row.nominationId))
  const values = rows.map((row, r) => finalOf(row, fit.model.adjusted[at[r] as number] ?? 0))
  const luck = severityLuck(
    rows.map((row) => row.rank),
    values,
    places,
  )
  return rows.map((row, r) => ({
    value: values[r] as number,
    se: weightOfSheets(row) * (fit.model.se[at[r] as number] as number),
    rank: luck[r]?.adjustedRank ?? 0,
    changesSide: luck[r]?.changesSide ?? false,
  }))
}

function spreadIsWide(row: Row, { lowest, highest }: Scale): boolean {
  const ordered = row.counted.map((sheet) => sheet.score).sort(compare)
  const [low, high] = [ordered[0], ordered.at(-1)]
  return (
    low !== undefined &&
    high !== undefined &&
    toNumber(high) - toNumber(low) > WIDE_SHARE * (highest - lowest)
  )
}

function jurorOf(
  seatId: string,
  rows: readonly Row[],
  without: Ranks,
  places: number,
  figures: JurorFigures | undefined,
): Omit<AdvisedJuror, 'severity'> {
  const given = rows.flatMap((row) => row.counted.filter((sheet) => sheet.seatId === seatId))
  const winners = (ranks: Ranks): string =>
    ranks.flatMap((rank, at) => (rank !== null && rank <= places ? [at] : [])).join()
  return {
    seatId,
    sheets: given.length,
    mean: given.reduce((sum, sheet) => sum + toNumber(sheet.score), 0) / Math.max(1, given.length),
    without,
    pivotal: winners(without) !== winners(rows.map((row) => row.rank)),
    consistency: figures?.consistency ?? null,
    rangeRatio: figures?.rangeRatio ?? null,
  }
}

const severityIn = (figures: JurorFigures | undefined): AdvisedJuror['severity'] =>
  figures ? { value: figures.severity, se: figures.severitySe } : null

/**
 * The advisory figures of one category from the sheets as they count (scoring rules, sections 2 to 4). The same sheets,
 * columns and seed give the same figures. Nothing here can move a rank.
 */
export function adviseCategory(input: AdviceInput): AdviceDocument {
  const { category, places, seed } = input
  const ranked = rowsOf(input)
  const { rows } = ranked
  const present = new Set(rows.flatMap((row) => row.counted.map((sheet) => sheet.seatId)))
  const columns = input.columns.filter((seatId) => present.has(seatId))
  const fitted = fitOf(rows)
  const fit = fitted.ok ? fitted.value : null
  const without = columns.map((seatId) => ranksWithout(input, rows, seatId))
  const both = bothRandom(fitted)
  const modelled = modelledOf(rows, fitted, both, input)
  const chances = chancesOf(rows, columns, { fitted, modelled }, input)
  const scale = scaleOf(input.rule.rubric)
  const { severity, reserves, jurors } = severityOf(fitted, scale)
  const expected = expectedOf(rows, modelled, severity)
  const adjusted = fit && severity.withheld === null ? adjustedOf(rows, fit, places) : rows.map(() => null)
  const ranksOf = (row: Row, at: number): readonly number[] => [
    row.rank,
    ...without.flatMap((ranks) => ranks[at] ?? []),
  ]
  return {
    schema: 'imtiyaz.advice/1',
    ...{ category, places, seed, severity, reserves },
    nominations: rows.map((row, at) => ({
      nominationId: row.nominationId,
      rank: row.rank,
      score: row.score ? toNumber(row.score) : 0,
      official: officialOf(row, fit),
      adjusted: adjusted[at] ?? null,
      chance: chances.each[at] ?? null,
      expected: expected.each[at] ?? null,
      best: Math.min(...ranksOf(row, at)),
      worst: Math.max(...ranksOf(row, at)),
      wide: spreadIsWide(row, scale),
    })),
    jurors: columns.map((seatId, at) => ({
      ...jurorOf(seatId, rows, without[at] ?? [], places, jurors.get(seatId)),
      severity: severity.withheld === null ? severityIn(jurors.get(seatId)) : null,
    })),
    unusual: unusualSheets(fit),
    agreement: agreementOf(rows, columns, seed),
    concordance: concordanceOf(rows, columns, seed),
    reliability: reliabilityOf(fitted, both),
    chance: chances.figure,
    panel: panelOf(rows, columns, fitted, input),
    expected: expected.figure,
    weights: weightsOf(input, ranked),
  }
}
