import type { Result } from '../kernel/result.ts'
import { drift } from '../statistics/drift.ts'
import { FEWEST_LINKED, interestTest, PERMUTATIONS } from '../statistics/interest.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import type { DriftLine, InterestFigure } from './panel.ts'
import type { AdviceInput, Row, SheetMark } from './rows.ts'
import type { Fit } from './severity.ts'

/** Two-sided 95 %. */
const Z95 = 1.959963984540054
/** With links of fewer jurors the figure would speak of persons, not of the panel. */
const FEWEST_LINKED_JURORS = 3

const keyOf = (nominationId: string, seatId: string): string => `${nominationId} ${seatId}`

/** The mark of every counted sheet, in the order of `observationsOf`; undefined where there is none. */
export function marksOf(rows: readonly Row[], marks: readonly SheetMark[]) {
  const found = new Map(marks.map((mark) => [keyOf(mark.nominationId, mark.seatId), mark]))
  return rows.flatMap((row) =>
    row.counted.map(({ seatId }) => ({ seatId, mark: found.get(keyOf(row.nominationId, seatId)) })),
  )
}

/**
 * Drift of each juror along the order in which he opened his files (section 3.8): points from the first to the last with
 * a 95 % interval. Withheld: no model, places that are not all known, all jurors in one order, too few sheets.
 */
export function driftOf(
  rows: readonly Row[],
  fitted: Result<Fit>,
  marks: readonly SheetMark[],
): Figure<readonly DriftLine[]> {
  if (!fitted.ok) return withheld(fitted.reason)
  const { design, model } = fitted.value
  const places = marksOf(rows, marks).flatMap(({ mark }) => mark?.place ?? [])
  const found = drift(design, model.theta, places)
  if (!found.ok) return withheld(`drift-${found.reason}`)
  return {
    value: found.value.map(({ juror: seatId, slope, se, range, flagged }): DriftLine => {
      if (slope === null || se === null || range === null)
        return { seatId, value: null, low: null, high: null, flagged }
      const [value, half] = [slope * range, Z95 * se * range]
      return { seatId, value, low: value - half, high: value + half, flagged }
    }),
    withheld: null,
  }
}

/**
 * Whether sheets with a declared or recorded link lie above the rest (section 3.7). Withheld under five such sheets and
 * under three jurors who have one, always in the same words: how many there are is not said, nor kept.
 */
export function interestOf(
  rows: readonly Row[],
  fitted: Result<Fit>,
  { marks, seed }: Pick<AdviceInput, 'marks' | 'seed'>,
): Figure<InterestFigure> {
  if (!fitted.ok) return withheld(fitted.reason)
  const sheets = marksOf(rows, marks)
  const linked = sheets.map(({ mark }) => mark?.linked === true)
  const jurors = new Set(sheets.filter((_, at) => linked[at]).map(({ seatId }) => seatId))
  const found = interestTest(fitted.value.design, linked, seed)
  if (!found.ok && found.reason === 'no-rest') return withheld('interest-no-rest')
  if (!found.ok || jurors.size < FEWEST_LINKED_JURORS)
    return withheld('interest-too-few', { least: FEWEST_LINKED, leastJurors: FEWEST_LINKED_JURORS })
  const { difference, p } = found.value
  return { value: { difference, p, draws: PERMUTATIONS }, withheld: null }
}
