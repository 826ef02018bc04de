import type { ScoringRubric } from '../scoring/rubric.ts'
import { identicalShare, quickSheets } from '../statistics/unusual-jurors.ts'
import type { Figure } from './advice.ts'
import { withheld } from './advice.ts'
import { marksOf } from './panel-behaviour.ts'
import { fullSheets } from './panel-halo.ts'
import type { ShareLine } from './panel.ts'
import type { Row, SheetMark } from './rows.ts'

/** With fewer sheets a share of one juror's is an accident: as many as the signal of halo asks for (section 3.9). */
export const FEWEST_SHEETS = 8

/** A line a juror; nothing where nobody has enough sheets. */
function sharesOf(
  columns: readonly string[],
  of: (seatId: string) => { readonly sheets: number; readonly share: number },
): readonly ShareLine[] | null {
  const lines = columns.map((seatId): ShareLine => {
    const { sheets, share } = of(seatId)
    return { seatId, sheets, value: sheets < FEWEST_SHEETS ? null : share }
  })
  return lines.some(({ value }) => value !== null) ? lines : null
}

/**
 * The share of each juror's complete sheets whose points on every criterion are those of another of his sheets (section
 * 3.7). Withheld: one criterion, whose few levels repeat by themselves; fewer than eight complete sheets of every juror.
 */
export function identicalOf(
  rows: readonly Row[],
  columns: readonly string[],
  rubric: ScoringRubric,
): Figure<readonly ShareLine[]> {
  if (rubric.criteria.length < 2) return withheld('identical-one-criterion')
  const sheets = fullSheets(rows, rubric)
  const counts = Map.groupBy(sheets, ({ juror }) => juror)
  const shares = identicalShare(sheets)
  const lines = sharesOf(columns, (seatId) => ({
    sheets: counts.get(seatId)?.length ?? 0,
    share: shares.get(seatId) ?? 0,
  }))
  return lines
    ? { value: lines, withheld: null }
    : withheld('identical-too-few-sheets', { least: FEWEST_SHEETS })
}

/**
 * The share of each juror's sheets that took less than a tenth of the median time of all (section 3.7), among those whose
 * time is known. Withheld: fewer than eight such sheets of every juror.
 */
export function quickOf(
  rows: readonly Row[],
  columns: readonly string[],
  marks: readonly SheetMark[],
): Figure<readonly ShareLine[]> {
  const timed = marksOf(rows, marks).flatMap(({ seatId, mark }) =>
    mark?.seconds == null ? [] : [{ seatId, seconds: mark.seconds }],
  )
  const quick = quickSheets(timed.map(({ seconds }) => seconds))
  const lines = sharesOf(columns, (seatId) => {
    const own = quick.filter((_, at) => timed[at]?.seatId === seatId)
    return { sheets: own.length, share: own.filter(Boolean).length / own.length }
  })
  return lines ? { value: lines, withheld: null } : withheld('quick-too-few-times', { least: FEWEST_SHEETS })
}
