import type { ScoringRubric } from '../scoring/rubric.ts'
import { toNumber } from '../statistics/exact.ts'
import { criteriaAgreement, jurorHalos } from '../statistics/halo.ts'
import type { CriterionSheet } from '../statistics/halo.ts'
import { resampledFirstShare } from '../statistics/panel-resampling.ts'
import { fisherInterval } from '../statistics/unusual-jurors.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import type { HaloFigure, HaloLine } from './panel.ts'
import { drawnInterval } from './panel-intraclass.ts'
import type { Row } from './rows.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The sheets that give points on every criterion, sorted so that the order in which they came never changes a digit. */
export const fullSheets = (rows: readonly Row[], { criteria }: ScoringRubric): readonly CriterionSheet[] =>
  rows
    .flatMap((row) =>
      row.counted.flatMap(({ seatId, points }): readonly CriterionSheet[] => {
        const given = criteria.flatMap(({ code }) => points.get(code) ?? [])
        if (given.length < criteria.length) return []
        return [{ nomination: row.nominationId, juror: seatId, points: given.map(toNumber) }]
      }),
    )
    .sort((a, b) => byText(a.nomination, b.nomination) || byText(a.juror, b.juror))

/**
 * Halo of each juror and the share of the first eigenvalue of the criteria (section 3.9). The index is a mean of
 * correlations, so Fisher's interval for one of them is on the safe side; the share has an interval from nominations drawn
 * anew. Withheld: one criterion, fewer than three full sheets.
 */
export function haloOf(rows: readonly Row[], rubric: ScoringRubric, seed: number): Figure<HaloFigure> {
  const sheets = fullSheets(rows, rubric)
  if (rubric.criteria.length < 2) return withheld('halo-one-criterion')
  const found = criteriaAgreement(sheets.map(({ points }) => points))
  if (!found.ok) return withheld('halo-too-few-sheets')
  const { firstEigenShare, measuresOneThing } = found.value
  const law = resampledFirstShare(sheets)
  const none = { low: null, high: null }
  const jurors = jurorHalos(sheets).map((halo): HaloLine => {
    const [low, high] = (halo.index === null ? null : fisherInterval(halo.index, halo.sheets)) ?? [null, null]
    const { juror: seatId, index: value, flagged, straightLining: straight } = halo
    return { seatId, value, low, high, flagged, straight }
  })
  return {
    value: {
      jurors,
      share: {
        value: firstEigenShare,
        ...(firstEigenShare === null ? none : drawnInterval(law.rows, law.figure, seed)),
      },
      oneThing: measuresOneThing,
    },
    withheld: null,
  }
}
