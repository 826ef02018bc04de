import { add, divide, integer, multiply, sum, ZERO } from '../kernel/rational.ts'
import type { Rational } from '../kernel/rational.ts'
import type { ScoringRubric } from './rubric.ts'

/** The points of one counted sheet, per criterion; null where the juror could not assess. */
export type SheetPoints = ReadonlyMap<string, Rational | null>

export type CountedSheet = {
  readonly seatId: string
  readonly score: Rational
  readonly points: SheetPoints
  /** True when weights were normalised over the criteria present (policy `renormalise`). */
  readonly renormalised: boolean
}

/** Levels to points; a level that the rubric does not have is null, as a missing one. */
export const pointsOf = (
  rubric: ScoringRubric,
  levels: Readonly<Record<string, number | null>>,
): SheetPoints =>
  new Map(
    rubric.criteria.map(({ code, points }) => {
      const level = levels[code] ?? null
      return [code, level === null ? null : (points.get(level) ?? null)] as const
    }),
  )

/** Σ w x / Σ w over the weighted values; null when no weight is present. */
export function weightedMean(
  terms: readonly { readonly weight: Rational; readonly value: Rational }[],
): Rational | null {
  const total = terms.reduce((reached, { weight, value }) => add(reached, multiply(weight, value)), ZERO)
  const result = divide(total, sum(terms.map((term) => term.weight)))
  return result.ok ? result.value : null
}

/**
 * The sheet as it counts (scoring.md sections 1.2 and 1.4), or null when it does not: under `exclude_sheet` any
 * missing criterion, under `renormalise` only a sheet without a single one. Nothing is ever imputed.
 */
export function countedSheet(
  rubric: ScoringRubric,
  seatId: string,
  points: SheetPoints,
): CountedSheet | null {
  const present = rubric.criteria.flatMap(({ code, weight }) => {
    const value = points.get(code) ?? null
    return value === null ? [] : [{ weight, value }]
  })
  const isComplete = present.length === rubric.criteria.length
  if (!isComplete && rubric.missingPolicy === 'exclude_sheet') return null
  const score = weightedMean(present)
  return score && { seatId, score, points, renormalised: !isComplete }
}

/** The mean of one criterion over the sheets that assess it; null when none does. */
export function criterionMean(sheets: readonly CountedSheet[], code: string): Rational | null {
  const values = sheets.flatMap((sheet) => sheet.points.get(code) ?? [])
  const result = divide(sum(values), integer(values.length))
  return result.ok ? result.value : null
}
