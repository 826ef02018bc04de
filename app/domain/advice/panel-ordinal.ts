import type { Rational } from '../kernel/rational.ts'
import type { ScoringRubric } from '../scoring/rubric.ts'
import { krippendorffAlpha } from '../statistics/alpha.ts'
import { resampledAlpha } from '../statistics/alpha-resampling.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import { drawnInterval } from './panel-intraclass.ts'
import type { OrdinalLine } from './panel.ts'
import type { Row } from './rows.ts'

/** The points of one criterion: a row a nomination, a column a juror; null where there is no counted sheet. */
const pointsOn = (
  rows: readonly Row[],
  columns: readonly string[],
  code: string,
): readonly (readonly (Rational | null)[])[] =>
  rows.map(({ counted }) => {
    const given = new Map(counted.map((sheet) => [sheet.seatId, sheet.points.get(code) ?? null]))
    return columns.map((seatId) => given.get(seatId) ?? null)
  })

/**
 * Krippendorff's ordinal alpha on each criterion (section 3.1), which reads the order of the levels and not their points;
 * its 95 % interval from nominations drawn anew. Without a value: nobody varied on that criterion. Withheld: no nomination
 * that two jurors judged, no variation on any criterion.
 */
export function ordinalOf(
  rows: readonly Row[],
  columns: readonly string[],
  { criteria }: ScoringRubric,
  seed: number,
): Figure<readonly OrdinalLine[]> {
  const found = criteria.map(({ code }) => {
    const table = pointsOn(rows, columns, code)
    const { alpha, pairable } = krippendorffAlpha(table, 'ordinal')
    const none = { low: null, high: null }
    const bounds = alpha === null ? none : drawnInterval(table.length, resampledAlpha(table, 'ordinal'), seed)
    return { line: { criterion: code, value: alpha, ...bounds }, pairable }
  })
  if (found.every(({ pairable }) => pairable === 0)) return withheld('no-pairs')
  const lines = found.map(({ line }) => line)
  return lines.every(({ value }) => value === null)
    ? withheld('no-variation')
    : { value: lines, withheld: null }
}
