import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { eigen } from './numeric/eigen.ts'
import { square } from './numeric/matrix.ts'

/** Section 3.9: a juror is flagged from .7 with eight sheets; a rubric measures one thing beyond 80 % of the trace. */
export const HALO_FLAG = 0.7
export const FEWEST_FOR_HALO = 8
export const ONE_THING_SHARE = 0.8

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const ROUNDING = 1e-24
/** A double-centred residual below this share of the points is rounding: the additive part says it all. */
const NO_RESIDUAL = 1e-12

/** Pearson's correlation; null where either side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((x, at) => {
    const [dx, dy] = [x - ma, (b[at] as number) - mb]
    ab += dx * dy
    aa += dx * dx
    bb += dy * dy
  })
  const scale = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)
  if (aa <= ROUNDING * scale(a) || bb <= ROUNDING * scale(b)) return null
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)))
}

const variance = (values: readonly number[]): number => {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

export type CriteriaAgreement = {
  /** C x C; null beside a criterion that does not vary. */
  readonly correlation: readonly (readonly (number | null)[])[]
  readonly meanInterCriterion: number | null
  /** First eigenvalue over C; above .8 the rubric measures one thing. */
  readonly firstEigenShare: number | null
  readonly cronbachAlpha: number | null
  readonly measuresOneThing: boolean
}

/**
 * How far the criteria say the same (section 3.9): correlations over sheets, Cronbach's alpha, the share of the first
 * eigenvalue. `rows`: one a sheet, the points of each criterion; a sheet with a missing criterion is left out.
 * Refused: one criterion, fewer than three full sheets.
 */
export function criteriaAgreement(
  rows: readonly (readonly (number | null)[])[],
): Result<CriteriaAgreement, 'one-criterion' | 'too-few-sheets'> {
  const C = rows[0]?.length ?? 0
  const full = rows.map((row) => row.filter((value) => value !== null)).filter((row) => row.length === C)
  if (C < 2) return refuse('one-criterion')
  if (full.length < 3) return refuse('too-few-sheets', { sheets: full.length, least: 3 })
  const columns = Array.from({ length: C }, (_, c) => full.map((row) => row[c] as number))
  const table = columns.map((a) => columns.map((b) => correlation(a, b)))
  const pairs = table.flatMap((row, c) => row.slice(c + 1))
  const known = pairs.filter((value) => value !== null)
  const isWhole = known.length === pairs.length
  const matrix = square(C)
  table.flat().forEach((value, at) => (matrix.cells[at] = value ?? 0))
  const share = isWhole ? (eigen(matrix).values[0] as number) / C : null
  const ofTotals = variance(full.map((row) => row.reduce((sum, value) => sum + value, 0)))
  const inside = columns.reduce((sum, column) => sum + variance(column), 0)
  return ok({
    correlation: table,
    meanInterCriterion: isWhole ? mean(known) : null,
    firstEigenShare: share,
    cronbachAlpha: ofTotals === 0 ? null : (C / (C - 1)) * (1 - inside / ofTotals),
    measuresOneThing: share !== null && share > ONE_THING_SHARE,
  })
}

/** One complete sheet: the points of each criterion, in the rubric's order. */
export type CriterionSheet = {
  readonly nomination: string
  readonly juror: string
  readonly points: readonly number[]
}
export type JurorHalo = {
  readonly juror: string
  readonly sheets: number
  /** Mean correlation of double-centred residuals over criterion pairs; null where none can be computed. */
  readonly index: number | null
  readonly flagged: boolean
  /** Share of sheets with one level on all criteria. */
  readonly straightLining: number
}

/** Means by criterion of the sheets of each key, and over all sheets. */
function meansBy(sheets: readonly CriterionSheet[], key: (sheet: CriterionSheet) => string) {
  const groups = Map.groupBy(sheets, key)
  const means = (group: readonly CriterionSheet[]): readonly number[] =>
    (group[0]?.points ?? []).map((_, c) => mean(group.map(({ points }) => points[c] as number)))
  return new Map([...groups].map(([name, group]) => [name, means(group)]))
}

/**
 * The halo index and straight-lining of each juror (section 3.9), jurors in order of name. Internal: a flag asks for
 * a look, it changes nothing.
 */
export function jurorHalos(sheets: readonly CriterionSheet[]): readonly JurorHalo[] {
  const [ofNomination, ofJuror] = [
    meansBy(sheets, (one) => one.nomination),
    meansBy(sheets, (one) => one.juror),
  ]
  const overall = meansBy(sheets, () => '').get('') ?? []
  const most = sheets
    .flatMap(({ points }) => points)
    .reduce((top, value) => Math.max(top, Math.abs(value)), 0)
  const residual = (one: CriterionSheet, c: number): number => {
    const left =
      (one.points[c] as number) -
      (ofNomination.get(one.nomination)?.[c] as number) -
      (ofJuror.get(one.juror)?.[c] as number) +
      (overall[c] as number)
    return Math.abs(left) <= NO_RESIDUAL * most ? 0 : left
  }
  return [...Map.groupBy(sheets, (one) => one.juror)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([juror, own]) => {
      const columns = overall.map((_, c) => own.map((one) => residual(one, c)))
      const pairs = columns.flatMap((a, c) => columns.slice(c + 1).map((b) => correlation(a, b)))
      const known = pairs.filter((value) => value !== null)
      const index = known.length === 0 || own.length < 3 ? null : mean(known)
      const straight = own.filter(({ points }) => points.every((value) => value === points[0])).length
      return {
        juror,
        sheets: own.length,
        index,
        flagged: index !== null && index >= HALO_FLAG && own.length >= FEWEST_FOR_HALO,
        straightLining: straight / own.length,
      }
    })
}
