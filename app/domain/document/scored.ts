import type { Rubric } from '../campaign/regulation.ts'
import { toDecimal } from '../kernel/rational-display.ts'
import { markOf } from '../scoring/mark.ts'
import { scoringRubric } from '../scoring/rubric.ts'
import { countedSheet, pointsOf } from '../scoring/sheet-score.ts'
import type { ScoreSheet } from '../scoring/sheet.ts'
import { type Pin, type PinPiece, placeInPiece } from '../nomination/pin.ts'
import type { PinnedEvidence, ScoreSheetRecord } from './jury-records.ts'

type Scored = Pick<ScoreSheetRecord, 'example' | 'criteria' | 'total' | 'remark' | 'round'>

const DECIMALS = 2

/** The total as the result counts this sheet; null when the rubric leaves it out (a criterion not assessed). */
function totalOf(rubric: Rubric, { seatId, entries }: ScoreSheet): string | null {
  const parsed = scoringRubric(rubric)
  if (!parsed.ok) return null
  const levels = Object.fromEntries(entries.map(({ criterion, level }) => [criterion, level]))
  const counted = countedSheet(parsed.value, seatId, pointsOf(parsed.value, levels))
  return counted && toDecimal(counted.score, DECIMALS).replace('.', ',')
}

/** What pins may point at, with the titles that the dossier shows. */
export type NamedPlaces = {
  readonly sections: readonly string[]
  readonly pieces: readonly (PinPiece & { readonly title: string })[]
}

function evidenceOf(pin: Pin, { sections, pieces }: NamedPlaces): PinnedEvidence {
  if (pin.kind === 'passage')
    return { kind: pin.kind, part: sections.indexOf(pin.section) + 1, quote: pin.quote }
  const piece = pieces.find(({ fileId }) => fileId === pin.fileId)
  return {
    kind: pin.kind,
    piece: piece === undefined ? null : { number: piece.number, title: piece.title },
    at: placeInPiece(pin),
  }
}

/** A sealed sheet as its document shows it, in the order of the rubric. Private notes stay behind. */
export const scoredSheet = (rubric: Rubric, sheet: ScoreSheet, places: NamedPlaces): Scored => ({
  example: rubric.example,
  round: sheet.round,
  remark: sheet.remark,
  total: totalOf(rubric, sheet),
  criteria: rubric.criteria.map((criterion) => {
    const { code, name, weight, levels } = criterion
    const entry = sheet.entries.find((one) => one.criterion === code)
    const reached = levels.find(({ level }) => level === entry?.level)
    return {
      ...{ name, weight, level: reached === undefined ? null : markOf(criterion, reached.level) },
      highest: markOf(criterion, levels.at(-1)?.level ?? 0),
      points: reached?.points ?? null,
      anchor: reached?.anchor ?? null,
      comment: entry?.comment ?? '',
      ...(entry?.pins?.length && { pins: entry.pins.map((pin) => evidenceOf(pin, places)) }),
    }
  }),
})
