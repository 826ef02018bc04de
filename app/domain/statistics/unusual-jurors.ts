import { againstOthers, deviation } from './additivity.ts'
import type { Design } from './design.ts'
import type { CriterionSheet } from './halo.ts'
import type { JurorModel } from './juror-model.ts'
import { normalQuantile } from './numeric/distributions.ts'

const LEVEL = 0.95
/** Below this share of the median time a sheet was filled quickly. */
const QUICK_SHARE = 0.1

export type JurorFigures = {
  readonly juror: string
  readonly sheets: number
  /** β̃_j and its standard error, points: positive is lenient. */
  readonly severity: number
  readonly severitySe: number
  /** Correlation with the others' mean, and its Fisher interval; null under three, under four common nominations. */
  readonly consistency: number | null
  readonly consistencyInterval: readonly [low: number, high: number] | null
  /** His standard deviation over the one that the model expects of him; null under two sheets. */
  readonly rangeRatio: number | null
}

/** The interval of a correlation by Fisher's transformation; null under four pairs or for a perfect one. */
export function fisherInterval(r: number, pairs: number): readonly [low: number, high: number] | null {
  if (pairs < 4 || Math.abs(r) >= 1) return null
  const half = normalQuantile((1 + LEVEL) / 2) / Math.sqrt(pairs - 3)
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)]
}

/**
 * What marks each juror out (section 3.7), jurors in the order of the design. Internal: the action is "please confirm"
 * or a word in plenary, never deletion.
 */
export function jurorFigures(design: Design, model: JurorModel): readonly JurorFigures[] {
  return againstOthers(design).map(({ juror, common, correlation }, j) => {
    const own = Array.from(design.y).filter((_, s) => design.juror[s] === j)
    const judged = Array.from(design.nomination)
      .filter((_, s) => design.juror[s] === j)
      .map((i) => model.adjusted[i] as number)
    const expected = judged.length < 2 ? null : Math.sqrt(deviation(judged) ** 2 + model.variance)
    return {
      juror,
      sheets: own.length,
      severity: model.severity[j] as number,
      severitySe: model.severitySe[j] as number,
      consistency: correlation,
      consistencyInterval: correlation === null ? null : fisherInterval(correlation, common),
      rangeRatio: expected === null || expected === 0 ? null : deviation(own) / expected,
    }
  })
}

/** The share of a juror's sheets whose points on every criterion are those of another of his sheets (section 3.7). */
export function identicalShare(sheets: readonly CriterionSheet[]): ReadonlyMap<string, number> {
  const byJuror = Map.groupBy(sheets, ({ juror }) => juror)
  return new Map(
    [...byJuror].map(([juror, own]) => {
      const alike = Map.groupBy(own, ({ points }) => points.join(' '))
      const repeated = [...alike.values()].filter((group) => group.length > 1).flat().length
      return [juror, repeated / own.length]
    }),
  )
}

/** Which sheets took less than a tenth of the median time; `seconds` one a sheet, null where it is not known. */
export function quickSheets(seconds: readonly (number | null)[]): readonly boolean[] {
  const known = seconds.filter((value) => value !== null).sort((a, b) => a - b)
  const middle = known.length >> 1
  const median =
    known.length % 2 === 1 ? (known[middle] ?? 0) : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2
  return seconds.map((value) => value !== null && value < QUICK_SHARE * median)
}
